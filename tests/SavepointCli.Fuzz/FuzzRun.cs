using System.Diagnostics;

namespace SavepointCli.Fuzz;

/// <summary>Fires mutations of the seeds at a target for a bounded time and stops at the first input that breaks a promise.</summary>
internal sealed class FuzzRun(FuzzTarget target, int seed, TimeSpan time)
{
    /// <summary>No hostile input may cost more memory than this beyond what its own size explains.</summary>
    private const long MostAllocated = 64L << 20;

    /// <summary>Generous on purpose: a hang is caught, a busy machine is not taken for one.</summary>
    private static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(20);

    /// <summary>Runs until the time is up.</summary>
    /// <returns>Number of inputs tried and what went wrong, or null.</returns>
    public (long Inputs, string? Failure) Run()
    {
        var random = new Random(seed);
        var mutator = new Mutator(random);
        var clock = Stopwatch.StartNew();
        var inputs = 0L;
        foreach (var valid in target.Seeds)
        {
            if (Failure(valid) is { } failure)
            {
                return (inputs, $"{target.Name}: a valid input: {failure}");
            }
        }

        for (; clock.Elapsed < time; inputs++)
        {
            var input = mutator.Mutate(Pick(random), Pick(random));
            if (Failure(input) is { } failure)
            {
                return (inputs, $"{target.Name}: {failure}; --seed {seed}, input {Save(input)}");
            }
        }

        return (inputs, null);
    }

    private byte[] Pick(Random random) => target.Seeds[random.Next(target.Seeds.Count)];

    private string? Failure(byte[] input)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        try
        {
            target.Read(input);
        }
        catch (SavepointException)
        {
            // A refusal is a right answer; what it cost is judged below like an acceptance.
        }
#pragma warning disable CA1031 // Any other exception is the finding that this program looks for.
        catch (Exception unexpected)
#pragma warning restore CA1031
        {
            return unexpected.ToString();
        }

        var cost = GC.GetAllocatedBytesForCurrentThread() - allocated;
        if (cost > MostAllocated + 64L * input.Length)
        {
            return $"{cost} bytes allocated for {input.Length} bytes of input";
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        return elapsed > LongestRead ? $"{elapsed.TotalSeconds:F1} s for {input.Length} bytes of input" : null;
    }

    private static string Save(byte[] input)
    {
        var path = Path.Combine(Path.GetTempPath(), $"fuzz-{Guid.NewGuid():N}.bin");
        File.WriteAllBytes(path, input);
        return path;
    }
}
