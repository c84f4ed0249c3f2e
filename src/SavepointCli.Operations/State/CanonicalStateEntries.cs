using SavepointCli.Format.KeyedState;

namespace SavepointCli.Operations.State;

/// <summary>Entries of a canonical stream or a RocksDB database, one after the other; the entries of a map, which stand next to each other, as one.</summary>
internal static class CanonicalStateEntries
{
    public static IEnumerable<StateEntry> Read(ICompositeEntryReader reader, StateOrigin origin, StateFindings findings)
    {
        var decoders = reader.Header.States.Select(state => new KeyedStateDecoder(origin, reader.Header, state, findings)).ToArray();
        OpenMap? map = null;
        while (reader.Read())
        {
            var decoder = decoders[reader.StateIndex];
            if (map is not null && !map.Continues(reader))
            {
                yield return map.Close();
                map = null;
            }

            if (!decoder.IsWanted)
            {
                continue;
            }

            if (decoder.Kind == StateEntryKind.Map)
            {
                map ??= new OpenMap(reader, decoder);
                map.Add(reader);
            }
            else
            {
                yield return decoder.DecodeCanonical(reader.KeyGroup, reader.Key, reader.Value);
            }
        }

        if (map is not null)
        {
            yield return map.Close();
        }
    }

    /// <summary>A map whose entries are being gathered.</summary>
    private sealed class OpenMap(ICompositeEntryReader first, KeyedStateDecoder decoder)
    {
        private readonly int _state = first.StateIndex;
        private readonly int _keyGroup = first.KeyGroup;
        private readonly KeyParts _parts = decoder.Split(first.KeyGroup, first.Key);
        private readonly byte[] _key = first.Key.ToArray();
        private readonly List<KeyValuePair<object?, object?>> _entries = [];

        private ReadOnlySpan<byte> Prefix => _key.AsSpan(.._parts.UserKey.Start.Value);

        /// <summary>Key and namespace find their ends in their own bytes, so the same bytes in front are the same key and namespace.</summary>
        public bool Continues(ICompositeEntryReader reader) =>
            reader.StateIndex == _state && reader.KeyGroup == _keyGroup && reader.Key.StartsWith(Prefix);

        public void Add(ICompositeEntryReader reader) =>
            _entries.Add(decoder.DecodeMapEntry(reader.Key[Prefix.Length..], reader.Value));

        public StateEntry Close() => decoder.Map(_keyGroup, _key.AsSpan(_parts.Key), _key.AsSpan(_parts.Namespace), _entries);
    }
}
