using System.Collections.Frozen;
using System.Reflection;
using System.Text;
using SavepointCli.Engine.Jobs;

namespace SavepointCli.Engine.Rest;

/// <summary>
/// An exception as a Java cluster would describe it: class name, message and cause. Clients of the REST API print the text and some
/// branch on the class names, so faults of the engine go out under the names that Flink uses for them.
/// </summary>
internal sealed record JavaThrowable(string ClassName, string? Message, JavaThrowable? Cause = null)
{
    private const int DeepestCause = 32;
    private const int MostFrames = 50;

    private static readonly FrozenDictionary<Type, string> JavaClasses = new Dictionary<Type, string>
    {
        [typeof(FileNotFoundException)] = "java.io.FileNotFoundException",
        [typeof(DirectoryNotFoundException)] = "java.io.FileNotFoundException",
        [typeof(EndOfStreamException)] = "java.io.EOFException",
        [typeof(IOException)] = "java.io.IOException",
        [typeof(InvalidDataException)] = "java.io.IOException",
        [typeof(UnauthorizedAccessException)] = "java.nio.file.AccessDeniedException",
        [typeof(TimeoutException)] = "java.util.concurrent.TimeoutException",
        [typeof(OperationCanceledException)] = "java.util.concurrent.CancellationException",
    }.ToFrozenDictionary();

    /// <summary>What Flink throws for faults that carry no class of their own; others are a <c>FlinkException</c>.</summary>
    private static readonly FrozenDictionary<ExitCode, string> JavaClassesOfFaults = new Dictionary<ExitCode, string>
    {
        [ExitCode.NotFound] = "java.io.FileNotFoundException",
        [ExitCode.Damaged] = "java.io.IOException",
    }.ToFrozenDictionary();

    /// <summary>Frames of the program that threw, one per line as Java prints them; empty for faults whose message says it all.</summary>
    public string Frames { get; private init; } = "";

    /// <summary>Class and message, what Java's <c>Throwable.toString</c> gives.</summary>
    public string Text => string.IsNullOrEmpty(Message) ? ClassName : $"{ClassName}: {Message}";

    /// <summary>The lines that Java's <c>printStackTrace</c> would write, each with its line feed.</summary>
    public string StackTrace
    {
        get
        {
            var text = new StringBuilder();
            for (var throwable = this; throwable is not null; throwable = throwable.Cause)
            {
                text.Append(ReferenceEquals(throwable, this) ? "" : "Caused by: ");
                text.Append(throwable.Text).Append('\n').Append(throwable.Frames);
            }

            return text.ToString();
        }
    }

    /// <summary>Describes an exception of this process with its causes.</summary>
    public static JavaThrowable From(Exception exception) => From(exception, DeepestCause);

    /// <summary>Wraps a cause the way Java's futures do: the message is the text of the cause.</summary>
    public static JavaThrowable Completion(JavaThrowable cause) => new(JavaNames.CompletionException, cause.Text, cause);

    private static JavaThrowable From(Exception exception, int depth)
    {
        var thrown = Unwrap(exception);
        var cause = thrown.InnerException is { } inner && depth > 1 ? From(inner, depth - 1) : null;
        return new JavaThrowable(ClassOf(thrown), thrown.Message, cause)
        {
            Frames = thrown is SavepointException ? "" : FramesOf(thrown),
        };
    }

    private static Exception Unwrap(Exception exception) => exception switch
    {
        TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        AggregateException { InnerExceptions: [var only] } => Unwrap(only),
        _ => exception,
    };

    private static string ClassOf(Exception exception)
    {
        switch (exception)
        {
            case JobOperationException operation:
                return operation.JavaClass;
            case UnloadedException unloaded:
                return unloaded.TypeName;
            case SavepointException fault:
                return JavaClassesOfFaults.GetValueOrDefault(fault.ExitCode, JavaNames.FlinkException);
        }

        for (var type = exception.GetType(); type is not null; type = type.BaseType)
        {
            if (JavaClasses.TryGetValue(type, out var name))
            {
                return name;
            }
        }

        return exception.GetType().FullName ?? exception.GetType().Name;
    }

    private static string FramesOf(Exception exception)
    {
        if (exception.StackTrace is not { } trace)
        {
            return "";
        }

        var text = new StringBuilder();
        var frames = 0;
        foreach (var line in trace.AsSpan().EnumerateLines())
        {
            if (frames++ == MostFrames)
            {
                break;
            }

            text.Append('\t').Append(line.Trim()).Append('\n');
        }

        return text.ToString();
    }
}
