using System.Collections.Immutable;
using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Format.KeyedState.Changelog;

/// <summary>
/// Gathers the descriptions of states from the log and from below it. The same description may stand in several places, with options and
/// serializers in another order; a state whose serializer changed has several.
/// </summary>
/// <param name="kryo">Which Kryo wrote opaque values.</param>
internal sealed class ChangelogStates(KryoVersion kryo)
{
    private readonly List<ChangelogState> _states = [];
    private readonly Dictionary<string, ChangelogState> _byText = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, bool IsQueue), int> _tables = [];

    public ImmutableArray<StateMeta> Metas => [.. _states.Select(state => state.Meta)];

    public IReadOnlyList<ChangelogState> All => _states;

    public int TableCount => _tables.Count;

    public ChangelogState Add(StateMeta meta)
    {
        var text = TextOf(meta);
        if (!_byText.TryGetValue(text, out var state))
        {
            var name = (meta.Name, meta.Kind == BackendStateType.PriorityQueue);
            _tables.TryAdd(name, _tables.Count);
            state = new ChangelogState(meta, _states.Count, _tables[name], kryo);
            _states.Add(state);
            _byText.Add(text, state);
        }

        return state;
    }

    private static string TextOf(StateMeta meta)
    {
        var writer = new JavaDataWriter();
        (meta with
        {
            Options = [.. meta.Options.OrderBy(option => option.Key, StringComparer.Ordinal)],
            Serializers = [.. meta.Serializers.OrderBy(serializer => serializer.Key, StringComparer.Ordinal)],
        }).Write(writer);
        return Convert.ToHexString(writer.WrittenSpan);
    }
}
