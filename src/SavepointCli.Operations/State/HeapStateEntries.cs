using SavepointCli.Format.Handles;
using SavepointCli.Format.KeyedState;

namespace SavepointCli.Operations.State;

/// <summary>Entries of a native stream of the heap backend.</summary>
internal static class HeapStateEntries
{
    public static IEnumerable<StateEntry> Read(Stream stream, KeyGroupsHandle handle, string path, StateOrigin origin, StateFindings findings)
    {
        var reader = new HeapKeyGroupReader(stream, handle, path, origin.Kryo);
        var decoders = reader.Header.States.Select(state => new KeyedStateDecoder(origin, reader.Header, state, findings)).ToArray();
        while (reader.Read())
        {
            var decoder = decoders[reader.StateIndex];
            if (decoder.IsWanted)
            {
                yield return decoder.Kind == StateEntryKind.Timer
                    ? decoder.DecodeElement(reader.KeyGroup, reader.Value)
                    : decoder.DecodeTable(reader.KeyGroup, reader.Namespace, reader.Key, reader.Value);
            }
        }
    }
}
