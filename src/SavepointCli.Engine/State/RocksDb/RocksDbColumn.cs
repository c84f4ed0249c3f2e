using SavepointCli.Engine.State.Tables;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers;
using SavepointCli.RocksDb;

namespace SavepointCli.Engine.State.RocksDb;

/// <summary>The column family of one state, addressed by the current key.</summary>
/// <param name="core">Has the current key.</param>
/// <param name="family">The column family.</param>
/// <param name="layout">How keys are put together.</param>
/// <param name="namespaces">Writes namespaces.</param>
internal sealed class RocksDbColumn<TKey, TNamespace>(
    KeyedBackendCore<TKey> core, RocksColumnFamily family, KeyLayout layout, TypeSerializer<TNamespace> namespaces) : INamespaced<TNamespace>
{
    private readonly JavaDataWriter _key = new();

    /// <summary>The column family.</summary>
    public RocksColumnFamily Family => family;

    /// <inheritdoc/>
    public TNamespace Namespace { get; set; } = default!;

    /// <summary>The key of the current key's entry; valid until the next call.</summary>
    public ReadOnlySpan<byte> Key()
    {
        var key = core.Current.RequireKey();
        _key.Clear();
        var start = layout.Begin(_key, core.Context.KeyGroups.Start + core.Current.GroupIndex);
        core.KeySerializer.Write(_key, key);
        start = layout.EndPart(_key, start);
        namespaces.Write(_key, Namespace);
        layout.EndPart(_key, start);
        return _key.WrittenSpan;
    }

    /// <summary>The key of one entry of the current key's map; valid until the next call.</summary>
    public ReadOnlySpan<byte> Key<TUserKey>(TypeSerializer<TUserKey> userKeys, TUserKey userKey)
    {
        _ = Key();
        userKeys.Write(_key, userKey);
        return _key.WrittenSpan;
    }
}
