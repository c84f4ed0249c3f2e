namespace SavepointCli.Format.KeyedState;

/// <summary>
/// Walks the entries of one piece of keyed state in the order in which they are stored, whatever its form: canonical stream, native stream
/// of the heap backend, RocksDB database. One entry is held at a time, nothing is allocated per entry; the spans are valid until the next
/// <see cref="Read"/>.
/// </summary>
public interface IKeyGroupReader
{
    /// <summary>What the stream says about keys and states.</summary>
    KeyedBackendHeader Header { get; }

    /// <summary>
    /// Whether <see cref="Key"/> holds key group, key, namespace and map key in one (<see cref="KeyLayout"/>), and lists and maps are stored
    /// in the form of RocksDB: elements with a delimiter between them, an entry per map key and those of one map next to each other.
    /// </summary>
    bool HasCompositeKeys { get; }

    /// <summary>Key group of the current entry.</summary>
    int KeyGroup { get; }

    /// <summary>State of the current entry: index in the header's list.</summary>
    int StateIndex { get; }

    /// <summary>Place of the current entry in the stream, for messages.</summary>
    long Offset { get; }

    /// <summary>Key of the current entry; empty for the elements of a heap queue.</summary>
    ReadOnlySpan<byte> Key { get; }

    /// <summary>Namespace of the current entry; empty where the key is composite and for the elements of a heap queue.</summary>
    ReadOnlySpan<byte> Namespace { get; }

    /// <summary>Value of the current entry, or the queue element.</summary>
    ReadOnlySpan<byte> Value { get; }

    /// <summary>Moves to the next entry; false behind the last one.</summary>
    /// <exception cref="SavepointException">The source is damaged there. The next call goes on with the next key group if it can be found.</exception>
    bool Read();
}
