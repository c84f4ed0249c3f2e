using System.Collections.Immutable;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Metadata;

namespace SavepointCli.Operations.State;

/// <summary>What to call operators: by the uid that the snapshot stores, by a given uid whose hash is the id, else by the id.</summary>
internal sealed class OperatorNames
{
    private readonly Dictionary<OperatorId, string> _given = [];

    public OperatorNames(ImmutableArray<string> uids)
    {
        foreach (var uid in uids)
        {
            _given[OperatorIds.FromUid(uid)] = uid;
        }
    }

    public string NameOf(OperatorState state) => UidOf(state) ?? state.Id.ToString();

    public string? UidOf(OperatorState state) => state.Uid.Length > 0 ? state.Uid : _given.GetValueOrDefault(state.Id);

    /// <summary>The operators that a text means: a stored uid, an id, or a uid whose hash is the id; all for null.</summary>
    /// <exception cref="SavepointException">None.</exception>
    public static ImmutableArray<OperatorState> Select(SnapshotMetadata metadata, string? wanted)
    {
        if (wanted is null)
        {
            return metadata.Operators;
        }

        var id = OperatorId.TryParse(wanted, out var parsed) ? parsed : OperatorIds.FromUid(wanted);
        var found = metadata.Operators.Where(state => state.Id == id || state.Uid == wanted).ToImmutableArray();
        return found.IsEmpty
            ? throw new SavepointException(
                ExitCode.NotFound,
                $"no operator '{wanted}' in the snapshot",
                $"its operators: {string.Join(", ", metadata.Operators.Select(state => state.Uid.Length > 0 ? $"{state.Uid} ({state.Id})" : state.Id.ToString()))}")
            : found;
    }
}
