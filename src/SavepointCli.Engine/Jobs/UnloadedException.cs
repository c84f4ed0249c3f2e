using System.Diagnostics;

namespace SavepointCli.Engine.Jobs;

/// <summary>
/// What an exception of a program said, without the exception: that one would keep the program's types loaded for as long as the job is
/// listed, by its own type or by the frames of its stack.
/// </summary>
internal sealed class UnloadedException : Exception
{
    private UnloadedException(Exception original, Exception? inner)
        : base(original.Message, inner)
    {
        TypeName = original.GetType().FullName ?? original.GetType().Name;
        StackTrace = original.StackTrace;
    }

    /// <summary>Full name of the type of the original.</summary>
    public string TypeName { get; }

    /// <inheritdoc/>
    public override string? StackTrace { get; }

    /// <summary>The exception itself if nothing in its chain belongs to a program that can be unloaded, else what it said.</summary>
    public static Exception Detach(Exception exception) => HoldsProgram(exception) ? Copy(exception) : exception;

    private static UnloadedException Copy(Exception exception) =>
        new(exception, exception.InnerException is { } inner ? Copy(inner) : null);

    private static bool HoldsProgram(Exception? exception) =>
        exception is not null
        && (exception.GetType().Assembly.IsCollectible
            || new StackTrace(exception).GetFrames().Any(frame => frame.GetMethod()?.Module.Assembly.IsCollectible == true)
            || HoldsProgram(exception.InnerException));
}
