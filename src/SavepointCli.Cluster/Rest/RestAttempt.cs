namespace SavepointCli.Cluster.Rest;

/// <summary>What one attempt at a request came to: an answer, or a fault that may pass or not.</summary>
internal sealed record RestAttempt<T>(T? Answer, SavepointException? Fault, bool MayPass)
    where T : class
{
    public static RestAttempt<T> Answered(T answer) => new(answer, null, false);

    public static RestAttempt<T> Failed(SavepointException fault) => new(null, fault, false);

    public static RestAttempt<T> FailedForNow(SavepointException fault) => new(null, fault, true);
}
