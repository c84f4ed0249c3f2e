namespace SavepointCli.Format.Serializers.Composite;

/// <summary>Serializers of lists, and the snapshot classes that describe them.</summary>
public static class ListSerializer
{
    internal static CompositeKind Kind { get; } = KindOf(FlinkNames.TopLevel(FlinkNames.Base, "List"), "List");

    internal static CompositeKind ArrayListKind { get; } = KindOf(FlinkNames.TopLevel(FlinkNames.State, "ArrayList"), "ArrayList");

    /// <summary>The serializer of a list state's elements, and of fields of type <c>List</c>.</summary>
    public static ListSerializer<T> Of<T>(TypeSerializer<T> element) => new(element, Kind.Snapshot(element));

    private static CompositeKind KindOf(string className, string typeName) => new(className, typeName)
    {
        NestedCount = 1,
        Restore = static (snapshot, nested) => new ListSerializer<object?>(GeneralSerializer.Of(nested[0]), snapshot),
    };
}
