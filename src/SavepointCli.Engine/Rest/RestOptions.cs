using SavepointCli.Engine.Configuration;

namespace SavepointCli.Engine.Rest;

/// <summary>The settings of the REST server, with Flink's keys and defaults.</summary>
internal static class RestOptions
{
    private const int DefaultPort = 8081;
    private const int DefaultMaxContentLength = 104857600;

    /// <summary>Address that clients are told; also the one listened on if no other is set.</summary>
    public static ConfigOption<string?> Address { get; } = new("rest.address", null, ConfigText, "jobmanager.rpc.address");

    /// <summary>Address listened on; null for the one of <see cref="Address"/>, else loopback.</summary>
    public static ConfigOption<string?> BindAddress { get; } = new("rest.bind-address", null, ConfigText);

    /// <summary>Port listened on; 0 takes a free one.</summary>
    public static ConfigOption<int> Port { get; } = new("rest.port", DefaultPort, ParsePort);

    /// <summary>Port listened on if it differs from <see cref="Port"/>.</summary>
    public static ConfigOption<int?> BindPort { get; } = new("rest.bind-port", null, text => ParsePort(text));

    /// <summary>How long results of asynchronous operations are kept; zero for ever.</summary>
    public static ConfigOption<TimeSpan> StoreDuration { get; } =
        new("rest.async.store-duration", TimeSpan.FromMinutes(5), ConfigValue.Duration);

    /// <summary>Most bytes of a body that is no upload.</summary>
    public static ConfigOption<int> MaxContentLength { get; } =
        new("rest.server.max-content-length", DefaultMaxContentLength, ConfigValue.Int32);

    /// <summary>Whether programs can be uploaded and run.</summary>
    public static ConfigOption<bool> SubmitEnabled { get; } = new("web.submit.enable", true, ConfigValue.Boolean);

    /// <summary>Whether the web page offers to cancel; the REST route works regardless.</summary>
    public static ConfigOption<bool> CancelEnabled { get; } = new("web.cancel.enable", true, ConfigValue.Boolean);

    /// <summary>Directory that keeps uploads beyond the life of the cluster.</summary>
    public static ConfigOption<string?> UploadDirectory { get; } = new("web.upload.dir", null, ConfigText, "jobmanager.web.upload.dir");

    /// <summary>Directory for what goes away with the cluster.</summary>
    public static ConfigOption<string?> TemporaryDirectory { get; } = new("web.tmpdir", null, ConfigText, "jobmanager.web.tmpdir");

    /// <summary>How often the web page asks again.</summary>
    public static ConfigOption<TimeSpan> RefreshInterval { get; } =
        new("web.refresh-interval", TimeSpan.FromSeconds(3), ConfigValue.Duration, "jobmanager.web.refresh-interval");

    /// <summary>Slots shown for the one task manager; the embedded cluster does not limit them.</summary>
    public static ConfigOption<int> Slots { get; } =
        new("taskmanager.numberOfTaskSlots", Environment.ProcessorCount, ConfigValue.Int32);

    /// <summary>
    /// What clients on other machines must show to change something (<c>Authorization: Bearer TOKEN</c>); null to let none of them. Ours,
    /// not Flink's.
    /// </summary>
    public static ConfigOption<string?> ActionToken { get; } = new("engine.action-token", null, ConfigText);

    private static string? ConfigText(string text) => text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    private static int ParsePort(string text) =>
        ConfigValue.Int32(text) is var port and >= 0 and <= ushort.MaxValue
            ? port
            : throw new FormatException("a port is a number from 0 to 65535");
}
