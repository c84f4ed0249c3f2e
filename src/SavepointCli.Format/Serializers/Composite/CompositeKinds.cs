namespace SavepointCli.Format.Serializers.Composite;

/// <summary>All classes of composite snapshots.</summary>
internal static class CompositeKinds
{
    internal static IEnumerable<SnapshotClass> Classes { get; } = new[]
    {
        ListSerializer.Kind, ListSerializer.ArrayListKind, NullFlaggedListSerializer.SetKind, NullFlaggedListSerializer.ArrayKind,
        MapSerializer.Kind, MapSerializer.NullAwareKind,
        TupleSerializer.Kind, TupleSerializer.CaseClassKind, TupleSerializer.Tuple2CaseClassKind,
        EitherSerializer.Kind, EitherSerializer.ScalaKind, NullableSerializer.Kind,
        TtlSerializer.Kind, TimerSerializer.Kind,
    }.Select(kind => kind.Class);
}
