using SavepointCli.Format.Handles;
using SavepointCli.Format.Metadata;

namespace SavepointCli.Operations.Inspect;

/// <summary>The tags of all handles of a snapshot: which kinds there are tells who wrote it and who can read it.</summary>
internal static class HandleTags
{
    /// <summary>Operator state in merged files, which has no tag of its own in <see cref="OperatorStateHandle"/>.</summary>
    public const byte FileMergingOperatorState = 17;

    public static HashSet<byte> Of(SnapshotMetadata metadata, IReadOnlyList<StateStream> streams)
    {
        var tags = new HashSet<byte>();
        foreach (var stream in streams)
        {
            tags.Add(stream.Handle.Tag);
        }

        foreach (var state in metadata.Operators)
        {
            foreach (var subtask in state.Subtasks)
            {
                if (subtask.ManagedOperatorState?.FileMerging is not null)
                {
                    tags.Add(FileMergingOperatorState);
                }

                Add(tags, subtask.ManagedKeyedState);
                Add(tags, subtask.RawKeyedState);
            }
        }

        return tags;
    }

    private static void Add(HashSet<byte> tags, KeyedStateHandle? handle)
    {
        if (handle is null)
        {
            return;
        }

        tags.Add(handle.Tag);
        if (handle is ChangelogKeyedStateHandle changelog)
        {
            foreach (var inner in changelog.Materialized.Concat(changelog.NonMaterialized))
            {
                Add(tags, inner);
            }
        }
    }
}
