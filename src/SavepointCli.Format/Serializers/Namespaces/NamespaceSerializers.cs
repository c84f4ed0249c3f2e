namespace SavepointCli.Format.Serializers.Namespaces;

/// <summary>The serializers of Flink's own namespaces.</summary>
public static class NamespaceSerializers
{
    private const string TableWindows = FlinkNames.TableRuntime + "operators.window.";

    /// <summary>No namespace.</summary>
    public static VoidNamespaceSerializer Void { get; } = new();

    /// <summary>Time windows of the DataStream API.</summary>
    public static TimeWindowSerializer TimeWindow { get; } = new(FlinkNames.Window(FlinkNames.Windows, "TimeWindow"));

    /// <summary>The global window of the DataStream API.</summary>
    public static GlobalWindowSerializer GlobalWindow { get; } = new(FlinkNames.Window(FlinkNames.Windows, "GlobalWindow"));

    /// <summary>Time windows of the Table runtime.</summary>
    public static TimeWindowSerializer TableTimeWindow { get; } = new(FlinkNames.Window(TableWindows, "TimeWindow"));

    /// <summary>Count windows of the Table runtime.</summary>
    public static CountWindowSerializer TableCountWindow { get; } = new(FlinkNames.Window(TableWindows, "CountWindow"));

    /// <summary>The global window of the Table runtime.</summary>
    public static GlobalWindowSerializer TableGlobalWindow { get; } = new(FlinkNames.Window(TableWindows, "GlobalWindow"));

    internal static IEnumerable<SnapshotClass> Classes { get; } = new TypeSerializer[]
    {
        Void, TimeWindow, GlobalWindow, TableTimeWindow, TableCountWindow, TableGlobalWindow,
    }.Select(SimpleSerializerSnapshot.ClassOf);
}
