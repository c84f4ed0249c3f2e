namespace SavepointCli.Format.KeyedState;

/// <summary>
/// Reads keyed state whose entries stand under keys put together as <see cref="KeyLayout"/> says: canonical streams and RocksDB databases.
/// A map has one entry for each of its keys, and those of one map stand next to each other. Allocates nothing per entry.
/// </summary>
public interface ICompositeEntryReader
{
    /// <summary>What the source says about keys and states.</summary>
    KeyedBackendHeader Header { get; }

    /// <summary>Key group of the current entry.</summary>
    int KeyGroup { get; }

    /// <summary>State of the current entry: index in the header's list.</summary>
    int StateIndex { get; }

    /// <summary>Key of the current entry, with its key group in front. Valid until the next <see cref="Read"/>.</summary>
    ReadOnlySpan<byte> Key { get; }

    /// <summary>Value of the current entry, valid until the next <see cref="Read"/>.</summary>
    ReadOnlySpan<byte> Value { get; }

    /// <summary>Moves to the next entry; false behind the last one.</summary>
    /// <exception cref="SavepointException">The source is damaged there.</exception>
    bool Read();
}
