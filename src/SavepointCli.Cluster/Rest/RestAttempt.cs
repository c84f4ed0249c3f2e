namespace SavepointCli.Cluster.Rest;

/// <summary>What a request came to: an answer, or a fault.</summary>
/// <param name="Answer">The answer, or null.</param>
/// <param name="Fault">The fault, or null.</param>
/// <param name="MayPass">Whether the same request may do better a moment later.</param>
/// <param name="MayHaveActed">Whether the cluster may have done what was asked, although there is no answer that says so.</param>
internal sealed record RestAttempt<T>(T? Answer, SavepointException? Fault, bool MayPass, bool MayHaveActed)
    where T : class
{
    public static RestAttempt<T> Answered(T answer) => new(answer, null, MayPass: false, MayHaveActed: true);

    /// <summary>The cluster was not reached, or turned the request down.</summary>
    public static RestAttempt<T> Refused(SavepointException fault, bool mayPass = false) => new(null, fault, mayPass, MayHaveActed: false);

    /// <summary>The request went out, and what came back, if anything, does not tell what became of it.</summary>
    public static RestAttempt<T> Lost(SavepointException fault, bool mayPass) => new(null, fault, mayPass, MayHaveActed: true);
}
