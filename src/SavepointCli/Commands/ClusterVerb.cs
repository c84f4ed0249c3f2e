using System.CommandLine;
using System.Text.Json.Serialization.Metadata;
using SavepointCli.Configuration;
using SavepointCli.Rendering;

namespace SavepointCli.Commands;

/// <summary>A verb of <c>bin/flink</c> that speaks to a cluster.</summary>
internal abstract class ClusterVerb : MirroredCommand
{
    private readonly ClusterOptions _cluster = new();

    private readonly OutputOption _output;

    /// <param name="context">The world around the process.</param>
    /// <param name="name">Name of the verb.</param>
    /// <param name="description">What it does.</param>
    /// <param name="forms">Forms of output beside Flink's lines, JSON and YAML.</param>
    protected ClusterVerb(CommandContext context, string name, string description, params OutputForm[] forms)
        : base(name, description)
    {
        _output = new OutputOption([OutputForm.Flink, .. forms, OutputForm.Json, OutputForm.Yaml]);
        Add(_output);
        Context = context;
        AddFlinkOptions(_cluster.Flink);
        foreach (var option in _cluster.Own) Add(option);
    }

    protected CommandContext Context { get; }

    /// <summary>Decides on the cluster, asks YARN or Kubernetes where it is if that is how it was named, and opens a client.</summary>
    protected Task<ClusterConnection> ConnectAsync(ParseResult parsed, CancellationToken cancellation) =>
        ClusterConnection.OpenAsync(_cluster.Read(parsed, Context.Variables), Context, cancellation);

    /// <summary>Where Flink's lines go: nowhere, if another form of output is asked for.</summary>
    protected TextWriter LinesOf(ParseResult parsed) => _output.Read(parsed) == OutputForm.Flink ? Context.Output : TextWriter.Null;

    /// <summary>Prints the result in the form that was asked for; Flink's lines are printed on the way.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="document">The whole result.</param>
    /// <param name="type">How it is serialized.</param>
    /// <param name="word">The one word that is the result for <c>-o name</c> and <c>-o path</c>.</param>
    protected void WriteResult<T>(ParseResult parsed, T document, JsonTypeInfo<T> type, Func<OutputForm, string>? word = null)
    {
        var form = _output.Read(parsed);
        if (form is OutputForm.Json or OutputForm.Yaml) DocumentRenderer.Write(document, type, form, Context.Output);
        else if (form != OutputForm.Flink && word is not null) Context.Output.WriteLine(Printable.Text(word(form)));
    }

    /// <summary>The form that was asked for.</summary>
    protected OutputForm FormOf(ParseResult parsed) => _output.Read(parsed);

    /// <summary>The location of a savepoint, or its last part, which is its name.</summary>
    protected static string WordOf(OutputForm form, string location) =>
        form == OutputForm.Name ? location.TrimEnd('/')[(location.TrimEnd('/').LastIndexOf('/') + 1)..] : location;

    protected ClusterRequest ReadCluster(ParseResult parsed) => _cluster.Read(parsed, Context.Variables);

    /// <summary>An option without value.</summary>
    protected static Option<bool> Flag(string name, string? alias, string description) =>
        new(name, alias is null ? [] : [alias]) { Description = description, Arity = ArgumentArity.Zero };
}
