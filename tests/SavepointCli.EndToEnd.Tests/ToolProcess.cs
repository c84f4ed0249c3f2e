using System.Diagnostics;
using System.Text;

namespace SavepointCli.EndToEnd.Tests;

/// <summary>The tool as a process that can be watched and signalled while it runs.</summary>
internal sealed class ToolProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();

    private ToolProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(_error, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public int ExitCode => _process.ExitCode;

    public string Output => Snapshot(_output);

    public string Error => Snapshot(_error);

    /// <summary>Starts the tool in a world of its own: its state lies below <paramref name="state"/>.</summary>
    public static ToolProcess Start(string state, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [BuiltPrograms.Tool, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["XDG_STATE_HOME"] = state;
        foreach (var name in new[] { "FLINK_CONF_DIR", "FLINK_HOME", "SAVEPOINTCTL_CLUSTER", "SAVEPOINTCTL_ENGINE" })
            start.Environment.Remove(name);
        return new ToolProcess(new Process { StartInfo = start });
    }

    /// <summary>Runs the tool to its end.</summary>
    public static async Task<ToolProcess> RunAsync(string state, params IEnumerable<string> arguments)
    {
        var tool = Start(state, arguments);
        await tool.WaitForExitAsync();
        return tool;
    }

    public Task WaitForExitAsync() => _process.WaitForExitAsync();

    /// <summary>Waits until a line of stdout contains the text, or the process ends.</summary>
    public async Task WaitForOutputAsync(string text)
    {
        while (!_process.HasExited && !Output.Contains(text, StringComparison.Ordinal)) await Task.Delay(TimeSpan.FromMilliseconds(20));
    }

    /// <summary>Sends a signal by its short name.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static void Append(StringBuilder text, string? line)
    {
        lock (text)
        {
            if (line is not null) text.Append(line).Append('\n');
        }
    }

    private static string Snapshot(StringBuilder text)
    {
        lock (text) return text.ToString();
    }
}
