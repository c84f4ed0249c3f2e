using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Operations.State;

/// <summary>
/// Parses entries of one keyed state without building any value, and tells whether they are what they should be: every part decodes and
/// takes all of its bytes, and the key belongs to the key group in which it stands (where its type tells the hash).
/// </summary>
/// <param name="types">The serializers of the state.</param>
/// <param name="layout">How composite keys are put together.</param>
/// <param name="maxParallelism">Number of key groups.</param>
/// <param name="hasCompositeKeys">See <see cref="IKeyGroupReader.HasCompositeKeys"/>.</param>
internal sealed class KeyedEntryCheck(KeyedStateTypes types, KeyLayout layout, int maxParallelism, bool hasCompositeKeys)
{
    /// <summary>Parses an entry. Allocates nothing.</summary>
    /// <exception cref="SavepointException">
    /// The entry is damaged (<see cref="Format.SavepointFormatException"/>), or holds what only the job can read (<see cref="OpaqueValueException"/>).
    /// </exception>
    public void Run(in StoredEntry stored)
    {
        if (types.Kind == StateEntryKind.Timer)
        {
            CheckWhole(types.Value, hasCompositeKeys ? stored.Key[layout.PrefixLength..] : stored.Value);
            return;
        }

        if (!hasCompositeKeys)
        {
            CheckKeyGroup(stored.Key, stored.KeyGroup);
            CheckWhole(types.Value, stored.Value);
            return;
        }

        var parts = layout.Split(stored.Key, stored.KeyGroup);
        CheckKeyGroup(stored.Key[parts.Key], stored.KeyGroup);
        CheckComposite(stored.Key[parts.UserKey], stored.Value);
    }

    private void CheckComposite(ReadOnlySpan<byte> userKey, ReadOnlySpan<byte> value)
    {
        var reader = new JavaDataReader(value);
        switch (types.Kind)
        {
            case StateEntryKind.Map:
                CheckWhole(types.UserKey, userKey);
                if (!reader.ReadBoolean())
                {
                    CheckWhole(types.Element, value[1..]);
                }

                break;
            case StateEntryKind.List:
                CheckEmpty(userKey);
                types.Element.Skip(ref reader);
                while (reader.Remaining > 0)
                {
                    reader.Skip(1);
                    types.Element.Skip(ref reader);
                }

                break;
            default:
                CheckEmpty(userKey);
                CheckWhole(types.Value, value);
                break;
        }
    }

    private void CheckKeyGroup(ReadOnlySpan<byte> key, int keyGroup)
    {
        var reader = new JavaDataReader(key);
        if (types.Key.TryHash(ref reader, out var hash) && KeyGroups.Of(hash, maxParallelism) is var own && own != keyGroup)
        {
            throw reader.Fault($"a key that belongs to key group {own} stands in key group {keyGroup}");
        }
    }

    private static void CheckWhole(TypeSerializer serializer, ReadOnlySpan<byte> bytes)
    {
        var reader = new JavaDataReader(bytes);
        serializer.Skip(ref reader);
        if (reader.Remaining > 0)
        {
            throw reader.Fault($"{reader.Remaining} bytes behind the value");
        }
    }

    private static void CheckEmpty(ReadOnlySpan<byte> rest)
    {
        if (!rest.IsEmpty)
        {
            var reader = new JavaDataReader(rest);
            throw reader.Fault($"{rest.Length} bytes behind the key");
        }
    }
}
