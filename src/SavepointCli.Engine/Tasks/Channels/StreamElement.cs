using SavepointCli.Engine.Checkpoints;
using SavepointCli.Streaming.Operators;

namespace SavepointCli.Engine.Tasks.Channels;

/// <summary>One element of a channel.</summary>
/// <typeparam name="T">Type of the records.</typeparam>
/// <param name="kind">What it is.</param>
/// <param name="record">The record, if it is one.</param>
/// <param name="number">The watermark, the id of a cancel marker, or 1 for "idle" and "drain", depending on the kind.</param>
/// <param name="barrier">The barrier, if it is one.</param>
internal readonly struct StreamElement<T>(ElementKind kind, StreamRecord<T> record, long number, CheckpointBarrier? barrier)
{
    public ElementKind Kind => kind;

    public StreamRecord<T> Record => record;

    public long Number => number;

    public CheckpointBarrier Barrier => barrier!;
}
