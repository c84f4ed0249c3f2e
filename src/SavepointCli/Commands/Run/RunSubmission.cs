using SavepointCli.Format.Ids;

namespace SavepointCli.Commands.Run;

/// <summary>A job that the cluster has taken.</summary>
internal sealed record RunSubmission(JobId Job);
