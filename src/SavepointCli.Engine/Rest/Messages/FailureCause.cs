namespace SavepointCli.Engine.Rest.Messages;

/// <summary>Why an asynchronous operation failed. Real clients use the last field only, and insist on it.</summary>
internal sealed record FailureCause(string Class, string StackTrace, byte[] SerializedThrowable)
{
    public static FailureCause Of(JavaThrowable throwable) =>
        new(throwable.ClassName, throwable.StackTrace, Rest.SerializedThrowable.Write(throwable));
}
