namespace SavepointCli.Engine.Rest;

/// <summary>Why an asynchronous operation came to nothing, in the wrapping in which Flink's futures report it.</summary>
internal static class OperationFailure
{
    /// <summary>The cause, wrapped once.</summary>
    public static JavaThrowable Of(Task operation) => JavaThrowable.Completion(Cause(operation));

    /// <summary>The cause itself.</summary>
    public static JavaThrowable Cause(Task operation) => operation.Exception is { } exception
        ? JavaThrowable.From(exception)
        : new JavaThrowable("java.util.concurrent.CancellationException", "The cluster is shutting down.");
}
