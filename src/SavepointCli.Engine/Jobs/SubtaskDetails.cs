using SavepointCli.Engine.Tasks;

namespace SavepointCli.Engine.Jobs;

/// <summary>One of the parallel instances of a vertex.</summary>
/// <param name="Index">Its number, from 0.</param>
/// <param name="Attempt">How often the job was started before.</param>
/// <param name="State">How far it is.</param>
/// <param name="Entered">When it entered which state; states never entered are missing.</param>
/// <param name="Io">Its records, counted on.</param>
public sealed record SubtaskDetails(
    int Index, int Attempt, TaskState State, IReadOnlyDictionary<TaskState, DateTimeOffset> Entered, TaskIo Io);
