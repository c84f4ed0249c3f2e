using System.Collections.Immutable;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Metadata;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Operations.State;

namespace SavepointCli.Operations.Verify;

/// <summary>
/// What must hold between the parts of the metadata beyond what reading them demands already (no operator and no subtask twice, a parallelism
/// that can be); no state file is opened.
/// </summary>
internal sealed class StructureCheck(Snapshot snapshot, OperatorNames names, VerifyFindings findings)
{
    private const long EmptyKeyGroup = 0;

    private readonly HashSet<StreamHandle> _broken = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether a stream has a finding that makes reading it pointless.</summary>
    public bool IsBroken(StreamHandle stream) => _broken.Contains(stream);

    public void Run()
    {
        foreach (var state in snapshot.Metadata.Operators)
        {
            foreach (var subtask in state.Subtasks)
            {
                CheckRange(state, subtask, subtask.ManagedKeyedState);
                CheckRange(state, subtask, subtask.RawKeyedState);
                CheckOffsets(state, subtask, subtask.ManagedKeyedState, isRaw: false);
                CheckOffsets(state, subtask, subtask.RawKeyedState, isRaw: true);
                CheckOffsets(state, subtask, subtask.ManagedOperatorState);
                CheckOffsets(state, subtask, subtask.RawOperatorState);
            }
        }
    }

    /// <summary>With every subtask on the key groups that are its own, none overlap and none are left over.</summary>
    private void CheckRange(OperatorState state, SubtaskState subtask, KeyedStateHandle? handle)
    {
        var own = KeyGroups.RangeOf(subtask.Index, state.MaxParallelism, state.Parallelism);
        if (handle is not null && handle.KeyGroups != own)
        {
            findings.Add(new VerifyFinding(
                VerifySeverity.Error,
                VerifyCode.KeyGroups,
                snapshot.Pointer.MetadataPath,
                Offset: null,
                $"holds the key groups {handle.KeyGroups}, its own are {own}")
            {
                Operator = names.NameOf(state),
                Subtask = subtask.Index,
            });
        }
    }

    private void CheckOffsets(OperatorState state, SubtaskState subtask, KeyedStateHandle? handle, bool isRaw)
    {
        if (handle is ChangelogKeyedStateHandle changelog)
        {
            foreach (var inner in changelog.Materialized)
            {
                CheckOffsets(state, subtask, inner, isRaw);
            }
        }

        if (handle is KeyGroupsHandle { Stream: { } stream } keyGroups)
        {
            var empty = isRaw ? RawKeyGroupReader.NotStarted : EmptyKeyGroup;
            var offsets = keyGroups.Offsets.Where(offset => offset != empty).ToImmutableArray();
            CheckOffsets(state, subtask, stateName: null, stream, offsets, mayRepeat: isRaw);
        }
    }

    private void CheckOffsets(OperatorState state, SubtaskState subtask, OperatorStateHandle? handle)
    {
        foreach (var one in handle?.Stream is null ? [] : handle.States)
        {
            CheckOffsets(state, subtask, one.Name, handle!.Stream!, one.Offsets, mayRepeat: true);
        }
    }

    private void CheckOffsets(
        OperatorState state, SubtaskState subtask, string? stateName, StreamHandle stream, ImmutableArray<long> offsets, bool mayRepeat)
    {
        var previous = long.MinValue;
        var size = stream.Size;
        foreach (var offset in offsets)
        {
            var isInside = offset >= 0 && (size < 0 || offset < size || (mayRepeat && offset == size));
            if (!isInside || offset < previous || (offset == previous && !mayRepeat))
            {
                _broken.Add(stream);
                var place = PlaceOf(stream);
                findings.Add(new VerifyFinding(
                    VerifySeverity.Error,
                    VerifyCode.Offsets,
                    place.Path,
                    place.Start + offset,
                    isInside ? $"position {offset} stands behind position {previous}, which is not before it" : $"position {offset} lies outside the {size} bytes of the stream")
                {
                    Operator = names.NameOf(state),
                    Subtask = subtask.Index,
                    State = stateName,
                });
                return;
            }

            previous = offset;
        }
    }

    /// <summary>A reference that leads nowhere is a finding of the files; here it stands for itself.</summary>
    private StreamPlace PlaceOf(StreamHandle stream)
    {
        try
        {
            return StreamPlace.Of(stream, snapshot);
        }
        catch (SavepointException)
        {
            return new StreamPlace(snapshot.Pointer.MetadataPath, 0);
        }
    }
}
