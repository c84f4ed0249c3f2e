namespace SavepointCli.Operations.State;

/// <summary>A keyed entry as it is stored; see <see cref="Format.KeyedState.IKeyGroupReader"/> for the parts.</summary>
internal readonly ref struct StoredEntry(
    int stateIndex, int keyGroup, long offset, ReadOnlySpan<byte> key, ReadOnlySpan<byte> @namespace, ReadOnlySpan<byte> value)
{
    /// <summary>State of the entry: index in the list of the stream.</summary>
    public int StateIndex { get; } = stateIndex;

    /// <summary>Key group in which it stands.</summary>
    public int KeyGroup { get; } = keyGroup;

    /// <summary>Its place in the stream, for messages.</summary>
    public long Offset { get; } = offset;

    public ReadOnlySpan<byte> Key { get; } = key;

    public ReadOnlySpan<byte> Namespace { get; } = @namespace;

    public ReadOnlySpan<byte> Value { get; } = value;
}
