using SavepointCli.Engine.State.Restore;
using SavepointCli.Engine.State.Tables;
using SavepointCli.Engine.Types.Equality;
using SavepointCli.Engine.Types.Resolution;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Serializers;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.State;

/// <summary>What states and timers of one keyed backend share.</summary>
/// <param name="Context">The operator and the subtask.</param>
/// <param name="KeyType">Type of the keys.</param>
/// <param name="KeySerializer">Reads and writes keys.</param>
/// <param name="Equality">Compares and hashes keys as Java does.</param>
/// <param name="Restored">What was restored and not taken over yet.</param>
internal sealed record KeyedBackendCore<TKey>(
    StateBackendContext Context,
    TypeInformation<TKey> KeyType,
    TypeSerializer<TKey> KeySerializer,
    JavaEquality<TKey> Equality,
    RestoredKeyedStates Restored)
{
    /// <summary>The core of a backend whose keys were written by snapshots of these serializers.</summary>
    /// <exception cref="SavepointException">The job's keys are not of the type that was restored.</exception>
    public static KeyedBackendCore<TKey> Create(
        StateBackendContext context, TypeInformation<TKey> keyType, IEnumerable<SerializerSnapshot> keySerializers, RestoredKeyedStates restored)
    {
        var job = SerializerResolver.Fresh(keyType);
        foreach (var snapshot in keySerializers)
        {
            if (SerializerResolver.Resolve(keyType, snapshot).Compatibility != Compatibility.AsIs)
            {
                throw RestoreFaults.Key(context.OperatorName, snapshot, job.Snapshot);
            }
        }

        return new KeyedBackendCore<TKey>(context, keyType, job, JavaEqualities.OfKey(keyType), restored);
    }

    /// <summary>The key whose state is accessed.</summary>
    public KeyContext<TKey> Current { get; } = new();

    /// <summary>The clock of copy-on-write.</summary>
    public SnapshotVersions Versions { get; } = new();

    /// <summary>Everything that the job has registered, in that order.</summary>
    public List<KeyedTable> Tables { get; } = [];

    /// <summary>The names of all states that the job has registered.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>Java hash of a restored key, which must lead to the key group in which the key was found.</summary>
    /// <exception cref="SavepointException">It leads elsewhere: the job would never find the state of the key.</exception>
    public int HashOfRestored(TKey key, int keyGroup)
    {
        var hash = Equality.GetHashCode(key);
        var expected = KeyGroups.Of(hash, Context.MaxParallelism);
        return expected == keyGroup ? hash : throw RestoreFaults.HashDiffers(Context.OperatorName, key, keyGroup, expected);
    }
}
