using SavepointCli.Storage;

namespace SavepointCli.Engine.Jobs;

/// <summary>What all jobs of an engine share.</summary>
/// <param name="Time">The clock.</param>
/// <param name="Storage">Where snapshots lie.</param>
/// <param name="StandardOutput">What <c>Print</c> writes to; safe to use from several threads.</param>
/// <param name="Log">Where the engine says what it does.</param>
internal sealed record JobServices(TimeProvider Time, IStorage Storage, TextWriter StandardOutput, ILogger Log);
