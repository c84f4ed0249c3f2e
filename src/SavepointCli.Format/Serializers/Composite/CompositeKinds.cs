namespace SavepointCli.Format.Serializers.Composite;

/// <summary>All classes of composite snapshots outside the Table runtime.</summary>
internal static class CompositeKinds
{
    internal static IEnumerable<SnapshotClass> Classes { get; } = new[]
    {
        ListSerializer.Kind, ListSerializer.ArrayListKind, NullFlaggedListSerializer.SetKind, NullFlaggedListSerializer.ArrayKind,
        MapSerializer.Kind, NullableSerializer.Kind, EitherSerializer.Kind, TupleSerializer.Kind, RowSerializer.Kind,
        TtlSerializer.Kind, TimerSerializer.Kind, StreamElementSerializer.Kind, UnionSerializer.Kind, PrefixedSerializer.BufferEntryKind,
        TupleSerializer.CaseClassKind, TupleSerializer.Tuple2CaseClassKind, OptionSerializer.Kind, EitherSerializer.ScalaKind,
    }.Concat(TwoPhaseCommitKinds.All).Select(kind => kind.Class);
}
