namespace SavepointCli.Cluster.Failures;

/// <summary>Turns what a cluster says about a failure into the one sentence that a person needs, and into an exit code.</summary>
internal static class ServerFailure
{
    /// <summary>Of an answer with <c>errors</c>.</summary>
    /// <param name="errors">The strings as sent.</param>
    /// <param name="what">What was tried, put in front of the reason; null for nothing.</param>
    public static SavepointException OfErrors(IReadOnlyList<string> errors, string? what)
    {
        // An unexpected exception comes as two strings: a fixed sentence, and the stack trace.
        var telling = errors.LastOrDefault(error => error.Length > 0) ?? "the cluster gave no reason";
        return Of(telling, what);
    }

    /// <summary>Whether the cluster says that it has no operation of that id, which is no failure of the operation.</summary>
    public static bool IsUnknownOperation(SavepointException fault) =>
        fault.InnerException is ServerStackTraceException said
        && (said.Message.Contains(" operation with triggerId=", StringComparison.Ordinal)
            || said.Message.Contains("Unable to load requested file", StringComparison.Ordinal)); // no such resource before 1.17

    /// <summary>Of a stack trace.</summary>
    /// <param name="stackTrace">The text.</param>
    /// <param name="what">What was tried, put in front of the reason; null for nothing.</param>
    public static SavepointException Of(string stackTrace, string? what)
    {
        var chain = ServerCause.Chain(stackTrace);
        var rule = FailureRule.Find(chain);
        var reason = Reason(chain, rule);
        return new SavepointException(
            rule?.ExitCode ?? ExitCode.OperationFailed,
            what is null ? reason : $"{what}: {reason}",
            rule?.Hint ?? "the same command with --debug shows what the cluster said in full; its log says more",
            new ServerStackTraceException(stackTrace));
    }

    /// <summary>
    /// The innermost exception that says something, behind the one that tells what kind of failure it is. One of the same class as
    /// the one around it only adds detail for developers (<c>Hadoop is not in the classpath</c> below a file system that is not there), so the outer of the two is taken.
    /// </summary>
    private static string Reason(IReadOnlyList<ServerCause> chain, FailureRule? rule)
    {
        var innermost = Innermost(chain);
        var telling = chain.FirstOrDefault(cause => rule?.Matches(cause) == true)?.Message;
        return telling is null || innermost.Contains(telling, StringComparison.Ordinal) ? innermost : $"{telling}: {innermost}";
    }

    private static string Innermost(IReadOnlyList<ServerCause> chain)
    {
        var innermost = chain.Count - 1;
        while (innermost > 0 && SaysLess(chain[innermost], chain[innermost - 1])) innermost--;

        var cause = chain[innermost];
        var below = innermost + 1 < chain.Count && chain[innermost + 1].Message is null ? chain[innermost + 1].Class : null;
        var said = (cause.Message ?? SimpleName(cause.Class) ?? "the cluster gave no reason").TrimEnd();
        return below is null ? said : $"{said} ({SimpleName(below)})";
    }

    private static bool SaysLess(ServerCause inner, ServerCause outer) =>
        inner.Message is null || (inner.Class is not null && inner.Class == outer.Class && outer.Message is not null);

    private static string? SimpleName(string? qualified) => qualified?[(qualified.LastIndexOf('.') + 1)..];
}
