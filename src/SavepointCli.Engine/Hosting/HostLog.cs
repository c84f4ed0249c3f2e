namespace SavepointCli.Engine.Hosting;

/// <summary>What the host writes to the log.</summary>
internal static partial class HostLog
{
    [LoggerMessage(1, LogLevel.Information, "embedded cluster listens at {Url}")]
    public static partial void Listening(ILogger log, string url);
}
