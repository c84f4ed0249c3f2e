using System.CommandLine;
using SavepointCli.Configuration;

namespace SavepointCli.Commands;

/// <summary>A verb of <c>bin/flink</c> that speaks to a cluster.</summary>
internal abstract class ClusterVerb : MirroredCommand
{
    private readonly ClusterOptions _cluster = new();

    protected ClusterVerb(CommandContext context, string name, string description)
        : base(name, description)
    {
        Context = context;
        AddFlinkOptions(_cluster.Flink);
        foreach (var option in _cluster.Own) Add(option);
    }

    protected CommandContext Context { get; }

    /// <summary>Decides on the cluster, asks YARN or Kubernetes where it is if that is how it was named, and opens a client.</summary>
    protected Task<ClusterConnection> ConnectAsync(ParseResult parsed, CancellationToken cancellation) =>
        ClusterConnection.OpenAsync(_cluster.Read(parsed, Context.Variables), Context, cancellation);

    protected ClusterRequest ReadCluster(ParseResult parsed) => _cluster.Read(parsed, Context.Variables);

    /// <summary>An option without value.</summary>
    protected static Option<bool> Flag(string name, string? alias, string description) =>
        new(name, alias is null ? [] : [alias]) { Description = description, Arity = ArgumentArity.Zero };
}
