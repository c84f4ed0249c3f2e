namespace SavepointCli.Streaming.Operators;

/// <summary>Makes the key of an element the current one.</summary>
internal abstract class KeyContext<T>
{
    public abstract void SetCurrentKey(T value);
}
