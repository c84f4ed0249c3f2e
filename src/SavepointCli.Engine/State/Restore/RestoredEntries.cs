using SavepointCli.Format.Java;

namespace SavepointCli.Engine.State.Restore;

/// <summary>Entries of one state in one key group as the canonical stream holds them, without their flag bits.</summary>
internal sealed class RestoredEntries
{
    private readonly JavaDataWriter _bytes = new();

    /// <summary>Adds an entry.</summary>
    public void Add(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        _bytes.WriteInt32(key.Length);
        _bytes.WriteBytes(key);
        _bytes.WriteInt32(value.Length);
        _bytes.WriteBytes(value);
    }

    /// <summary>Walks the entries in the order in which they were added.</summary>
    public Enumerator GetEnumerator() => new(_bytes.WrittenSpan);

    /// <summary>Stands at one entry.</summary>
    internal ref struct Enumerator(ReadOnlySpan<byte> bytes)
    {
        private JavaDataReader _reader = new(bytes);

        /// <summary>The entry.</summary>
        public Entry Current { get; private set; }

        /// <summary>Moves to the next entry.</summary>
        public bool MoveNext()
        {
            if (_reader.Remaining == 0)
            {
                return false;
            }

            Current = new Entry(_reader.ReadBytes(_reader.ReadInt32()), _reader.ReadBytes(_reader.ReadInt32()));
            return true;
        }
    }

    /// <summary>Key and value of one entry.</summary>
    internal readonly ref struct Entry(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        /// <summary>Key group, key, namespace and map key.</summary>
        public ReadOnlySpan<byte> Key { get; } = key;

        /// <summary>The value.</summary>
        public ReadOnlySpan<byte> Value { get; } = value;
    }
}
