namespace SavepointCli.Embedded;

/// <summary>How an embedded cluster is to be started.</summary>
/// <param name="Settings">Flink's settings, in the order in which they are given; later beat earlier.</param>
/// <param name="ReadyFile">The file that appears when the cluster listens.</param>
/// <param name="LogFile">Its log.</param>
internal sealed record EngineLaunch(IReadOnlyList<KeyValuePair<string, string>> Settings, string ReadyFile, string LogFile)
{
    public IEnumerable<string> Arguments =>
    [
        .. Settings.SelectMany(setting => new[] { "-D", $"{setting.Key}={setting.Value}" }),
        "--ready-file", ReadyFile,
        "--log-file", LogFile,
    ];
}
