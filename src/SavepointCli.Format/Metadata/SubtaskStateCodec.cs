using SavepointCli.Format.Java;

namespace SavepointCli.Format.Metadata;

/// <summary>One subtask entry of an operator: its index and, unless it had finished, its four slots and its channels.</summary>
internal static class SubtaskStateCodec
{
    // A finished subtask is an index alone; version 2 knows none.
    private const int SmallestFinished = sizeof(int);
    private const int SmallestSlots = sizeof(int) + sizeof(int) + 1 + 1;
    private const int SmallestLegacy = sizeof(int) + sizeof(long) + sizeof(int) + SmallestSlots;

    public static int SmallestSize(MetadataLayout layout) => layout.IsLegacy ? SmallestLegacy : SmallestFinished;

    public static SubtaskState Read(ref MetadataReader reader, MetadataLayout layout, int parallelism)
    {
        var stored = reader.Data.ReadInt32();
        var finished = stored < 0 && !layout.IsLegacy;
        var index = finished ? ~stored : stored;
        if (index < 0 || index >= parallelism)
        {
            throw reader.Data.Fault($"impossible index of a subtask: {stored} at parallelism {parallelism}");
        }

        if (finished)
        {
            return new SubtaskState { Index = index, Finished = true };
        }

        var duration = layout.IsLegacy ? ReadLegacyStart(ref reader) : -1;
        return new SubtaskState
        {
            Index = index,
            Duration = duration,
            ManagedOperatorState = reader.Data.ReadInt32() == 0 ? null : OperatorStateHandleCodec.Read(ref reader),
            RawOperatorState = reader.Data.ReadInt32() == 0 ? null : OperatorStateHandleCodec.Read(ref reader),
            ManagedKeyedState = KeyedStateHandleCodecs.Read(ref reader),
            RawKeyedState = KeyedStateHandleCodecs.Read(ref reader),
            InputChannelStates = ChannelStateHandleCodec.Inputs.ReadAll(ref reader, layout.Channels),
            ResultSubpartitionStates = ChannelStateHandleCodec.Outputs.ReadAll(ref reader, layout.Channels),
            ReferenceCheckpointId = layout.HasCheckpointReference && reader.Data.ReadBoolean() ? reader.Data.ReadInt64() : null,
        };
    }

    public static void Write(JavaDataWriter writer, SubtaskState subtask, MetadataLayout layout)
    {
        if (subtask.Finished)
        {
            writer.WriteInt32(~subtask.Index);
            return;
        }

        writer.WriteInt32(subtask.Index);
        if (layout.IsLegacy)
        {
            writer.WriteInt64(subtask.Duration);
            writer.WriteInt32(0);
        }

        WriteOperatorState(writer, subtask.ManagedOperatorState);
        WriteOperatorState(writer, subtask.RawOperatorState);
        KeyedStateHandleCodecs.Write(writer, subtask.ManagedKeyedState);
        KeyedStateHandleCodecs.Write(writer, subtask.RawKeyedState);
        ChannelStateHandleCodec.Inputs.WriteAll(writer, subtask.InputChannelStates, layout.Channels);
        ChannelStateHandleCodec.Outputs.WriteAll(writer, subtask.ResultSubpartitionStates, layout.Channels);
        if (layout.HasCheckpointReference)
        {
            writer.WriteBoolean(subtask.ReferenceCheckpointId is not null);
            if (subtask.ReferenceCheckpointId is { } reference)
            {
                writer.WriteInt64(reference);
            }
        }
    }

    private static long ReadLegacyStart(ref MetadataReader reader)
    {
        var duration = reader.Data.ReadInt64();
        var legacyStates = reader.Data.ReadInt32();
        return legacyStates == 0
            ? duration
            : throw reader.Data.Fault($"{legacyStates} legacy states, which no Flink since 1.4 reads", ExitCode.Unsupported);
    }

    private static void WriteOperatorState(JavaDataWriter writer, Handles.OperatorStateHandle? handle)
    {
        writer.WriteInt32(handle is null ? 0 : 1);
        if (handle is not null)
        {
            OperatorStateHandleCodec.Write(writer, handle);
        }
    }
}
