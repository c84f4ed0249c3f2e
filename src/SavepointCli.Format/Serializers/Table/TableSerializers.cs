using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers.Basic;
using SavepointCli.Format.Serializers.Composite;

namespace SavepointCli.Format.Serializers.Table;

/// <summary>All snapshot classes of the Table runtime.</summary>
internal static class TableSerializers
{
    public static StringDataSerializer StringData { get; } = new();

    /// <summary>What stands in for the content of a view: it is a state of its own.</summary>
    public static NullSerializer ViewPlaceholder { get; } = new(FlinkNames.Nested(FlinkNames.DataView, "Null"), "Null", length: 1);

    internal static IEnumerable<SnapshotClass> Classes { get; } =
    [
        SimpleSerializerSnapshot.ClassOf(StringData),
        SimpleSerializerSnapshot.ClassOf(ViewPlaceholder),
        RowDataSerializerSnapshot.Class,
        BinaryRowDataSerializerSnapshot.Class,
        DecimalDataSerializerSnapshot.Class,
        TimestampDataSerializerSnapshot.Class,
        CollectionDataSerializerSnapshot.ArrayClass,
        CollectionDataSerializerSnapshot.MapClass,
        SortedMapSerializerSnapshot.Class,
        RawValueDataSerializer.Kind.Class,
        LinkedListSerializer.Kind.Class,
        MapSerializer.NullAwareKind.Class,
        PrefixedSerializer.WindowKeyKind.Class,
        View("ListView").Class,
        View("MapView").Class,
        External.Class,
    ];

    private static CompositeKind External => new(FlinkNames.Nested(FlinkNames.TableTypes, "External"), "External")
    {
        NestedCount = 1,
        SkipOuterPayload = SkipDataType,
        Restore = static (snapshot, nested) => new RenamedSerializer(nested[0], snapshot),
    };

    // The data type as a Java object, and whether the input of the serializer is internal.
    private static void SkipDataType(ref JavaDataReader reader, int outerVersion)
    {
        _ = JavaObjectStream.Read(ref reader);
        reader.Skip(sizeof(bool));
    }

    private static CompositeKind View(string name) => new(FlinkNames.TopLevel(FlinkNames.DataView, name), name)
    {
        NestedCount = 1,
        Restore = static (snapshot, nested) => new RenamedSerializer(nested[0], snapshot),
    };
}
