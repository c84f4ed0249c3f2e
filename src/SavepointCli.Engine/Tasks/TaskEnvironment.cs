using SavepointCli.Engine.State;
using SavepointCli.Storage;

namespace SavepointCli.Engine.Tasks;

/// <summary>What all tasks of a job share.</summary>
/// <param name="Time">The clock.</param>
/// <param name="Storage">Where snapshots are written.</param>
/// <param name="Listener">Hears from the tasks.</param>
/// <param name="StandardOutput">What <c>Print</c> writes to; safe to use from several threads.</param>
/// <param name="AutoWatermarkInterval">Time between periodic watermarks.</param>
internal sealed record TaskEnvironment(
    TimeProvider Time, IStorage Storage, ITaskListener Listener, TextWriter StandardOutput, TimeSpan AutoWatermarkInterval)
{
    /// <summary>Which state backend keeps keyed state, and how.</summary>
    public StateBackendSettings Backend { get; init; } = StateBackendSettings.HashMap;
}
