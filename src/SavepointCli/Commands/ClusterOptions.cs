using System.CommandLine;
using SavepointCli.Cluster.Configuration;
using SavepointCli.Cluster.Discovery;
using SavepointCli.Commands.Config;
using SavepointCli.Configuration;
using SavepointCli.Parsing;

namespace SavepointCli.Commands;

/// <summary>The options that say which cluster is meant and how patiently to talk to it.</summary>
internal sealed class ClusterOptions
{
    /// <summary>Flink's option for one configuration setting; its value may follow without a blank.</summary>
    public const string PropertyName = "-D";

    private readonly Option<string?> _jobManager = Value(
        "--jobmanager", "-m", "HOST:PORT", "Address of the cluster's REST endpoint; a URL will do, too.");
    private readonly Option<string?> _target = Value(
        "--target", "-t", "TARGET", "Kind of cluster; 'remote' takes the address from the configuration.");
    private readonly Option<string?> _executor = Hidden(Value("--executor", "-e", "TARGET", "Older form of --target."));
    private readonly Option<string?> _namespace = Hidden(Value(
        "--zookeeperNamespace", "-z", "NAME", "Namespace of the cluster in ZooKeeper."));
    private readonly Option<string?> _yarn = Hidden(Value("--yarnapplicationId", "-yid", "ID", "YARN application to attach to."));
    private readonly Option<bool> _verbose = new("--verbose", "-v")
    {
        Description = "Accepted, as by Flink, and without effect.",
        Arity = ArgumentArity.Zero,
        Hidden = true,
    };
    private readonly Option<string[]> _properties = Properties();
    private readonly ConfigurationOptions _configuration = new();
    private readonly Option<string?> _timeout = new("--timeout")
    {
        HelpName = "DURATION",
        Description = "How long to wait for the operation; 0 for ever. Default: client.timeout, else for ever.",
    };
    private readonly Option<string?> _requestTimeout = new("--request-timeout")
    {
        HelpName = "DURATION",
        Description = "How long to wait for one answer. Default: 30 s.",
    };

    /// <summary>Options that <c>bin/flink</c> has, too.</summary>
    public IEnumerable<Option> Flink => [_jobManager, _properties, _target, _executor, _namespace, _yarn, _verbose];

    /// <summary>Options that are ours alone.</summary>
    public IEnumerable<Option> Own => [_timeout, _requestTimeout, .. _configuration.All];

    public static Option<string[]> Properties() => new(PropertyName)
    {
        HelpName = "KEY=VALUE",
        Description = "One setting of Flink's configuration; may be repeated.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>Takes <c>key=value</c>; a key alone means <c>true</c>.</summary>
    public static KeyValuePair<string, string> ParseProperty(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? KeyValuePair.Create(text, "true") : KeyValuePair.Create(text[..equals], text[(equals + 1)..]);
    }

    /// <param name="parsed">The command line.</param>
    /// <param name="variables">The environment.</param>
    public ClusterRequest Read(ParseResult parsed, IReadOnlyDictionary<string, string> variables)
    {
        var configuration = _configuration.Read(parsed, variables);
        KeyValuePair<string, string>[] properties = [.. (parsed.GetValue(_properties) ?? []).Select(ParseProperty)];
        var selection = new ClusterSelection(
            parsed.GetValue(_jobManager),
            parsed.GetValue(_target) ?? parsed.GetValue(_executor),
            parsed.GetValue(_yarn),
            properties);
        return new ClusterRequest(
            selection,
            configuration,
            Duration(parsed.GetValue(_timeout), _timeout.Name) ?? Duration(configuration.Find(SettingName.Timeout)),
            Duration(parsed.GetValue(_requestTimeout), _requestTimeout.Name) ?? Duration(configuration.Find(SettingName.RequestTimeout)));
    }

    private static TimeSpan? Duration(Setting? setting) => setting is null ? null : Duration(setting.Value, setting.Origin);

    private static TimeSpan? Duration(string? text, string origin)
    {
        if (text is null) return null;
        return FlinkDuration.TryParse(text, out var duration)
            ? duration
            : throw UsageErrors.Wrong($"'{text}' is no duration for {origin}", $"{origin} 90s, or 15min, or 2h");
    }

    private static Option<string?> Value(string name, string alias, string helpName, string description) =>
        new(name, alias) { HelpName = helpName, Description = description };

    private static Option<string?> Hidden(Option<string?> option)
    {
        option.Hidden = true;
        return option;
    }
}
