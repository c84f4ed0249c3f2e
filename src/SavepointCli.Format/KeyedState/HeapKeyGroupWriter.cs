using System.Collections.Immutable;
using SavepointCli.Format.Compression;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.Streams;

namespace SavepointCli.Format.KeyedState;

/// <summary>
/// Writes the native stream of the heap backend: header, then every key group of the subtask with every state of the header. Mirrors
/// <c>HeapSnapshotStrategy</c>; see <c>docs/format/keyed-state.md</c>.
/// </summary>
public sealed class HeapKeyGroupWriter
{
    private const int FlushThreshold = 64 * 1024;

    private readonly CountedOutput _output;
    private readonly KeyedBackendHeader _header;
    private readonly KeyGroupRange _range;
    private readonly long[] _offsets;
    private readonly SnappyFramingWriter? _chunks;
    private readonly JavaDataWriter _buffer = new();
    private int _keyGroup;
    private int _statesLeft;
    private int _entriesLeft;

    /// <summary>Writes the header.</summary>
    /// <param name="stream">Takes the bytes; positions count from here.</param>
    /// <param name="header">What the stream says about keys and states.</param>
    /// <param name="range">The key groups of the subtask; each must be written.</param>
    public HeapKeyGroupWriter(Stream stream, KeyedBackendHeader header, KeyGroupRange range)
    {
        _output = new CountedOutput(stream);
        _header = header;
        _range = range;
        _offsets = new long[range.Count];
        _keyGroup = range.Start - 1;
        header.Write(_buffer);
        Emit();
        _chunks = header.IsCompressed ? new SnappyFramingWriter(_output) : null;
    }

    /// <summary>Bytes given to the stream; its size after <see cref="Complete"/>.</summary>
    public long Position => _output.Position;

    /// <summary>Begins the next key group.</summary>
    public void StartKeyGroup()
    {
        EndState();
        if (_statesLeft > 0 || _keyGroup == _range.End)
        {
            throw new InvalidOperationException($"key group {_keyGroup} lacks {_statesLeft} states or is the last of {_range}");
        }

        _keyGroup++;
        _statesLeft = _header.States.Length;
        _offsets[_keyGroup - _range.Start] = Position;
        _buffer.WriteInt32(_keyGroup);
        Emit();
    }

    /// <summary>Begins a state of the key group; every state of the header must come once, empty ones too.</summary>
    /// <param name="stateIndex">Index in the header's list.</param>
    /// <param name="count">Entries or queue elements that follow.</param>
    public void StartState(int stateIndex, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(stateIndex);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(stateIndex, _header.States.Length);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        EndState();
        if (_statesLeft-- == 0)
        {
            throw new InvalidOperationException($"key group {_keyGroup} has all its states");
        }

        _chunks?.Start();
        _entriesLeft = count;
        _buffer.WriteInt16((short)stateIndex);
        _buffer.WriteInt32(count);
    }

    /// <summary>Writes one entry of a keyed state.</summary>
    public void WriteEntry(ReadOnlySpan<byte> @namespace, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        _buffer.WriteBytes(@namespace);
        _buffer.WriteBytes(key);
        WriteElement(value);
    }

    /// <summary>Writes one queue element.</summary>
    public void WriteElement(ReadOnlySpan<byte> element)
    {
        if (_entriesLeft-- == 0)
        {
            throw new InvalidOperationException($"more entries in key group {_keyGroup} than announced");
        }

        _buffer.WriteBytes(element);
        if (_buffer.Length >= FlushThreshold)
        {
            EmitEntries();
        }
    }

    /// <summary>Ends the stream.</summary>
    /// <returns>Position of every key group of the range.</returns>
    public ImmutableArray<long> Complete()
    {
        EndState();
        if (_statesLeft > 0 || _keyGroup != _range.End)
        {
            throw new InvalidOperationException($"the stream ends in key group {_keyGroup} of {_range} with {_statesLeft} states missing");
        }

        _output.Flush();
        return [.. _offsets];
    }

    private void EndState()
    {
        if (_entriesLeft > 0)
        {
            throw new InvalidOperationException($"{_entriesLeft} entries fewer in key group {_keyGroup} than announced");
        }

        EmitEntries();
        _chunks?.Flush();
    }

    private void EmitEntries()
    {
        if (_chunks is null)
        {
            Emit();
            return;
        }

        _chunks.Write(_buffer.WrittenSpan);
        _buffer.Clear();
    }

    private void Emit()
    {
        _output.Write(_buffer.WrittenSpan);
        _buffer.Clear();
    }
}
