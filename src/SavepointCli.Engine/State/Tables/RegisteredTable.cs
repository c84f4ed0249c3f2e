using SavepointCli.Engine.State.Codecs;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Engine.State.Tables;

/// <summary>A keyed state that the job has registered.</summary>
/// <param name="table">Its entries.</param>
/// <param name="meta">The description under which it is written.</param>
/// <param name="layout">How its canonical keys are put together.</param>
/// <param name="key">Writes keys.</param>
/// <param name="namespace">Writes namespaces.</param>
/// <param name="codec">Writes states.</param>
internal sealed class RegisteredTable<TKey, TNamespace, TState>(
    StateTable<TKey, TNamespace, TState> table,
    StateMeta meta,
    KeyLayout layout,
    TypeSerializer<TKey> key,
    TypeSerializer<TNamespace> @namespace,
    StateCodec<TState> codec) : KeyedTable
{
    /// <summary>Its entries.</summary>
    public StateTable<TKey, TNamespace, TState> Table => table;

    public override FrozenTable Freeze() =>
        new FrozenStateTable<TKey, TNamespace, TState>(table.View(), meta, layout, key, @namespace, codec);
}
