using System.CommandLine;
using System.Globalization;
using SavepointCli.Parsing;
using SavepointCli.Rendering;

namespace SavepointCli.Commands.Cluster;

/// <summary><c>cluster start [--foreground] [-D KEY=VALUE]... [--port N] [--data DIR]</c>.</summary>
internal sealed class ClusterStartCommand : MirroredCommand
{
    private readonly CommandContext _context;
    private readonly Option<string[]> _properties = ClusterOptions.Properties();
    private readonly Option<string?> _port = new("--port")
    {
        HelpName = "N",
        Description = "Port to listen on; 0 takes a free one. Default: 8081.",
    };
    private readonly Option<string?> _data = new("--data")
    {
        HelpName = "DIR",
        Description = "Where log, uploads, checkpoints and savepoints go. Without it every savepoint needs a directory of its own.",
    };

    private readonly Option<bool> _foreground = new("--foreground")
    {
        Description = "Stay, and end the cluster when interrupted.",
        Arity = ArgumentArity.Zero,
    };

    public ClusterStartCommand(CommandContext context)
        : base("start", "Start the embedded cluster; later commands find it by themselves.")
    {
        _context = context;
        AddFlinkOptions(_properties);
        Add(_port);
        Add(_data);
        Add(_foreground);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var handler = new ClusterStartHandler(_context);
        var renderer = new ClusterRenderer(_context.Output);
        var request = ReadRequest(parsed);
        if (parsed.GetValue(_foreground))
            await handler.RunInForegroundAsync(request, renderer.WriteStarted, cancellation).ConfigureAwait(false);
        else renderer.WriteStarted(await handler.HandleAsync(request, cancellation).ConfigureAwait(false));
        return (int)ExitCode.Done;
    }

    private ClusterStartRequest ReadRequest(ParseResult parsed) => new(
        ReadPort(parsed.GetValue(_port)),
        parsed.GetValue(_data) is { } data ? Path.GetFullPath(data) : null,
        [.. (parsed.GetValue(_properties) ?? []).Select(ClusterOptions.ParseProperty)]);

    private static int? ReadPort(string? text)
    {
        if (text is null) return null;
        return ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? port
            : throw UsageErrors.Wrong($"'{text}' is no port", "--port 8081, or --port 0 for a free one");
    }
}
