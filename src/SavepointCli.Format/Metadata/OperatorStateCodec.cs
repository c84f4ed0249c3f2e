using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Metadata;

/// <summary>One operator with its subtasks.</summary>
internal static class OperatorStateCodec
{
    private const int FullyFinished = -1;

    /// <summary>Fewest bytes of an operator in any version: id, two parallelisms, no coordinator, no subtasks.</summary>
    public const int SmallestSize = OperatorId.Size + sizeof(int) + sizeof(int) + StreamHandleCodecs.SmallestSize + sizeof(int);

    public static OperatorState Read(ref MetadataReader reader, MetadataLayout layout)
    {
        var name = layout.HasOperatorNames ? reader.ReadText() : "";
        var uid = layout.HasOperatorNames ? reader.ReadText() : "";
        var id = OperatorId.FromBytes(reader.Data.ReadBytes(OperatorId.Size));
        var parallelism = reader.Data.ReadInt32();
        var maxParallelism = reader.Data.ReadInt32();
        if (parallelism < 1 || parallelism > maxParallelism || maxParallelism > KeyGroups.MaxParallelismLimit)
        {
            throw reader.Data.Fault($"impossible parallelism {parallelism} of max parallelism {maxParallelism} of operator {id}");
        }

        var chainLength = layout.IsLegacy ? reader.Data.ReadInt32() : 1;
        var coordinator = layout.IsLegacy ? null : ReadCoordinator(ref reader, id);
        var fullyFinished = !layout.IsLegacy && reader.Data.PeekInt32() < 0;
        var subtasks = fullyFinished ? ReadFullyFinished(ref reader, coordinator) : ReadSubtasks(ref reader, layout, id, parallelism);
        return new OperatorState
        {
            Id = id,
            Name = name,
            Uid = uid,
            Parallelism = parallelism,
            MaxParallelism = maxParallelism,
            ChainLength = chainLength,
            CoordinatorState = coordinator,
            FullyFinished = fullyFinished,
            Subtasks = subtasks,
        };
    }

    public static void Write(JavaDataWriter writer, OperatorState state, MetadataLayout layout)
    {
        if (layout.HasOperatorNames)
        {
            writer.WriteText(state.Name);
            writer.WriteText(state.Uid);
        }

        state.Id.CopyTo(writer.Reserve(OperatorId.Size));
        writer.WriteInt32(state.Parallelism);
        writer.WriteInt32(state.MaxParallelism);
        if (layout.IsLegacy)
        {
            CheckLegacy(state);
            writer.WriteInt32(state.ChainLength);
        }
        else
        {
            StreamHandleCodecs.Write(writer, state.CoordinatorState);
        }

        writer.WriteInt32(state.FullyFinished ? FullyFinished : state.Subtasks.Length);
        foreach (var subtask in state.Subtasks)
        {
            SubtaskStateCodec.Write(writer, subtask, layout);
        }
    }

    private static InlineStreamHandle? ReadCoordinator(ref MetadataReader reader, OperatorId id) =>
        StreamHandleCodecs.Read(ref reader) switch
        {
            null => null,
            InlineStreamHandle inline => inline,
            _ => throw reader.Data.Fault($"coordinator state of operator {id} that is not inline"),
        };

    private static ImmutableArray<SubtaskState> ReadFullyFinished(ref MetadataReader reader, StreamHandle? coordinator)
    {
        reader.Data.Skip(sizeof(int));
        return coordinator is null ? [] : throw reader.Data.Fault("fully finished operator with coordinator state");
    }

    private static ImmutableArray<SubtaskState> ReadSubtasks(
        ref MetadataReader reader, MetadataLayout layout, OperatorId id, int parallelism)
    {
        var count = reader.Data.ReadCount("subtasks", SubtaskStateCodec.SmallestSize(layout));
        if (count > parallelism)
        {
            throw reader.Data.Fault($"{count} subtasks of operator {id}, which has parallelism {parallelism}");
        }

        var subtasks = new SubtaskState[count];
        var seen = new HashSet<int>(count);
        for (var i = 0; i < count; i++)
        {
            subtasks[i] = SubtaskStateCodec.Read(ref reader, layout, parallelism);
            if (!seen.Add(subtasks[i].Index))
            {
                throw reader.Data.Fault($"subtask {subtasks[i].Index} of operator {id} stands twice");
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(subtasks);
    }

    private static void CheckLegacy(OperatorState state)
    {
        if (state.CoordinatorState is not null || state.FullyFinished || state.Subtasks.Any(subtask => subtask.Finished))
        {
            throw new SavepointException(
                ExitCode.Unsupported,
                $"metadata version 2 cannot hold coordinator state or finished subtasks (operator {state.Id})",
                "write version 3 or later");
        }
    }
}
