using System.Text.Json;
using SavepointCli.Engine.Checkpoints;
using SavepointCli.Engine.State;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Metadata;
using SavepointCli.Format.Serializers;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Storage;
using SavepointCli.Testing;

namespace SavepointCli.Engine.Tests.State.Golden;

/// <summary>One operator of a snapshot that real Flink took.</summary>
internal sealed class GoldenOperator
{
    private readonly GoldenCase _golden;
    private readonly Snapshot _snapshot;
    private readonly OperatorState _state;
    private readonly string _uid;
    private readonly StateBackendKind _backend;

    public GoldenOperator(string flink, string name, string uid, StateBackendKind backend = StateBackendKind.HashMap)
    {
        _golden = GoldenCase.Load(flink, name);
        _uid = uid;
        _backend = backend;
        var mappings = new PathMappings(_golden.Mappings.Select(mapping => new PathMapping(mapping.Key, mapping.Value)));
        _snapshot = Snapshot.Open(_golden.SnapshotPath, new FileStorage(), mappings);
        _state = _snapshot.Metadata.Operators.Single(state => state.Id == OperatorIds.FromUid(uid));
    }

    public int MaxParallelism => _state.MaxParallelism;

    public int Keys => _golden.Keys;

    public bool IsFlink2 => _snapshot.Metadata.Kryo == KryoVersion.Kryo5;

    public IReadOnlyList<KeyedStateHandle> KeyedState => [.. _state.Subtasks.Select(subtask => subtask.ManagedKeyedState).OfType<KeyedStateHandle>()];

    public IReadOnlyList<OperatorStateHandle> OperatorState =>
        [.. _state.Subtasks.Select(subtask => subtask.ManagedOperatorState).OfType<OperatorStateHandle>()];

    /// <summary>State, key and value of every expected line of the operator, for the states named by <paramref name="isWanted"/>.</summary>
    public IEnumerable<string> Expected(Predicate<string> isWanted) =>
        from line in _golden.ExpectedLines
        let parsed = JsonDocument.Parse(line).RootElement
        where parsed.GetProperty("operator").GetString() == _uid && isWanted(parsed.GetProperty("state").GetString()!)
        let key = parsed.TryGetProperty("key", out var found) ? NormalJson.Of(found) : "-"
        select $"{parsed.GetProperty("state").GetString()} {key} {NormalJson.Of(parsed.GetProperty("value"))}";

    /// <summary>The context of one of several new subtasks.</summary>
    /// <param name="subtask">Index of the subtask.</param>
    /// <param name="parallelism">Number of subtasks.</param>
    /// <param name="folder">Where the state files lie; those of real Flink if null.</param>
    public StateBackendContext ContextOf(int subtask, int parallelism, string? folder = null) => new(
        _uid,
        KeyGroups.RangeOf(subtask, MaxParallelism, parallelism),
        MaxParallelism,
        TimeProvider.System,
        folder is null ? new SnapshotStreams(_snapshot.Streams, new FileStorage(), _snapshot.Pointer.Uri) : SnapshotStreams.At(folder, new FileStorage()))
    {
        Kryo = _snapshot.Metadata.Kryo,
        Backend = StateBackendSettings.HashMap with { Kind = _backend },
    };

    /// <summary>Backends of one of several new subtasks.</summary>
    public SubtaskStateBackends Open(int subtask, int parallelism) =>
        SubtaskStateBackends.Create(ContextOf(subtask, parallelism), OperatorState, Overlapping(subtask, parallelism), CancellationToken.None);

    private IReadOnlyList<KeyedStateHandle> Overlapping(int subtask, int parallelism)
    {
        var range = KeyGroups.RangeOf(subtask, MaxParallelism, parallelism);
        return [.. KeyedState.Where(handle => handle.KeyGroups.Intersect(range).Count > 0)];
    }
}
