namespace SavepointCli.Engine.Jobs;

/// <summary>The coordination of a job has ended; what was asked of it cannot be done. Translated before it leaves the engine.</summary>
internal sealed class JobEndedException() : Exception("The job has ended.");
