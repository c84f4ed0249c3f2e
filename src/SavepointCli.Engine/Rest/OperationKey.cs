using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Rest;

/// <summary>Under which an asynchronous operation is kept. Disposals belong to no job.</summary>
internal readonly record struct OperationKey(JobId Job, TriggerId Trigger);
