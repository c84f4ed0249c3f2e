using SavepointCli.Operations.Export;

namespace SavepointCli.Rendering;

/// <summary>One line on a terminal that says how far an export has come, and is gone when it is over.</summary>
internal sealed class ExportProgressLine : IProgress<ExportProgress>, IDisposable
{
    private const string ClearLine = "\r\u001b[K";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly TextWriter _error;
    private readonly TimeProvider _time;
    private long _last;
    private bool _isShown;

    private ExportProgressLine(TextWriter error, TimeProvider time)
    {
        _error = error;
        _time = time;
        _last = time.GetTimestamp();
    }

    /// <summary>The line; null where there is no terminal to show it on.</summary>
    public static ExportProgressLine? For(CommandContext context) =>
        context.ErrorIsTerminal ? new ExportProgressLine(context.Error, context.Time) : null;

    public void Report(ExportProgress value)
    {
        var now = _time.GetTimestamp();
        if (_time.GetElapsedTime(_last, now) < Pause) return;
        _last = now;
        _isShown = true;
        _error.Write($"{ClearLine}{value.Rows} entries, in operator {Printable.Text(value.Operator)}");
        _error.Flush();
    }

    public void Dispose()
    {
        if (_isShown) _error.Write(ClearLine);
    }
}
