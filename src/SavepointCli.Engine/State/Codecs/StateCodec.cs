using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;

namespace SavepointCli.Engine.State.Codecs;

/// <summary>How the state of one key (and namespace) is written and read: whole in the heap form, entry by entry in the canonical one.</summary>
/// <typeparam name="TState">The form in which the backend keeps it.</typeparam>
internal abstract class StateCodec<TState>
{
    /// <summary>Takes one canonical entry; the bytes are valid during the call.</summary>
    /// <param name="userKey">Map key behind the namespace; empty for other kinds.</param>
    /// <param name="value">The value.</param>
    public delegate void EntrySink(ReadOnlySpan<byte> userKey, ReadOnlySpan<byte> value);

    /// <summary>The kind of state that the file names.</summary>
    public abstract KeyedStateType Type { get; }

    /// <summary>Writes the entries of a state. Several snapshots may write at once, each with buffers of its own.</summary>
    public abstract void WriteCanonical(TState state, EntryBuffers buffers, EntrySink sink);

    /// <summary>Writes the whole value.</summary>
    public abstract void WriteHeap(JavaDataWriter writer, TState state);

    /// <summary>Reads one canonical entry into a state.</summary>
    /// <param name="userKey">Stands at the map key.</param>
    /// <param name="value">Stands at the value.</param>
    /// <param name="state">The state, with what earlier entries put there.</param>
    /// <param name="exists">Whether there were earlier entries.</param>
    public abstract void ReadCanonical(ref JavaDataReader userKey, ref JavaDataReader value, ref TState state, bool exists);
}
