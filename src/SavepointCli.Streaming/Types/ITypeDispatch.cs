namespace SavepointCli.Streaming.Types;

/// <summary>What to do once the C# type behind a <see cref="TypeInformation"/> is known as a type argument.</summary>
public interface ITypeDispatch<out TResult>
{
    /// <summary>Called by <see cref="TypeInformation.Dispatch{TResult}"/>.</summary>
    TResult Dispatch<T>(TypeInformation<T> type);
}
