namespace SavepointCli.Commands;

/// <summary>The options that say which cluster is meant and how patiently to talk to it.</summary>
internal static class ClusterOptions
{
    /// <summary>Flink's option for one configuration setting; its value may follow without a blank.</summary>
    public const string PropertyName = "-D";
}
