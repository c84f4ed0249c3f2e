using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers.Composite;

/// <summary>
/// State of sinks that commit in two phases. The snapshot is read; the values hold whatever the sink's transactions are, and stay
/// opaque.
/// </summary>
internal static class TwoPhaseCommitKinds
{
    private const int VersionWithFlag = 4;
    private const string ClassName = "TwoPhaseCommitSinkFunction$StateSerializerSnapshot";

    internal static CompositeKind[] All { get; } =
    [
        KindOf("org.apache.flink.streaming.api.functions.sink."),
        KindOf("org.apache.flink.streaming.api.functions.sink.legacy."),
    ];

    private static CompositeKind KindOf(string package) => new(package + ClassName, "TwoPhaseCommitState")
    {
        OuterVersion = VersionWithFlag,
        NestedCount = 2,
        SkipOuterPayload = static (ref JavaDataReader reader, int version) => reader.Skip(version >= VersionWithFlag ? 1 : 0),
    };
}
