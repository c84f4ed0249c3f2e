using System.Diagnostics;

namespace SavepointCli.Benchmarks;

/// <summary>
/// Runs whole commands beside each other, round after round, because machines are noisy: the best of each counts, with the most memory
/// that any run took. Output goes nowhere.
/// </summary>
internal static class ProcessMeasurement
{
    private const int Rounds = 5;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(5);

    /// <summary>Prints a table: best wall time, processor time of that run, throughput, and memory.</summary>
    /// <param name="bytes">Bytes of input that each command reads, for the throughput.</param>
    /// <param name="commands">Lines for a shell.</param>
    public static void Run(long bytes, IReadOnlyList<string> commands)
    {
        var results = commands.Select(_ => new List<Result>()).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < commands.Count; i++)
            {
                results[i].Add(Measure(commands[i]));
            }
        }

        Console.WriteLine($"{"wall",9} {"cpu",9} {"MB/s",7} {"MB/s/core",10} {"memory",8}  command");
        for (var i = 0; i < commands.Count; i++)
        {
            var best = results[i].MinBy(result => result.Wall);
            Console.WriteLine(
                $"{best.Wall.TotalMilliseconds,6:F0} ms {best.Processor.TotalMilliseconds,6:F0} ms {bytes / 1e6 / best.Wall.TotalSeconds,7:F0} "
                + $"{bytes / 1e6 / Math.Max(best.Processor.TotalSeconds, 0.001),10:F0} {results[i].Max(result => result.Memory) / 1e6,5:F0} MB  {commands[i]}");
        }
    }

    private static Result Measure(string command)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", $"exec {command} > /dev/null"])) ?? throw new InvalidOperationException(command);
        var (memory, processor) = (0L, TimeSpan.Zero);
        while (!process.WaitForExit(Poll))
        {
            process.Refresh();
            try
            {
                (memory, processor) = (Math.Max(memory, process.PeakWorkingSet64), process.TotalProcessorTime);
            }
            catch (InvalidOperationException)
            {
                // It ended between the two.
            }
        }

        return process.ExitCode == 0 ? new Result(clock.Elapsed, processor, memory) : throw new InvalidOperationException($"{command}: exit code {process.ExitCode}");
    }

    private readonly record struct Result(TimeSpan Wall, TimeSpan Processor, long Memory);
}
