using SavepointCli.Streaming.Graph;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.Graph;

/// <summary>
/// Records flowing from one vertex to another, over channels between their subtasks. Not a record: a stream united with itself has two
/// edges that are alike.
/// </summary>
internal sealed class JobEdge(JobVertex source, JobVertex target, StreamEdge stream)
{
    /// <summary>The vertex that emits them.</summary>
    public JobVertex Source => source;

    /// <summary>The vertex that receives them.</summary>
    public JobVertex Target => target;

    /// <summary>The edge between the two operators.</summary>
    public StreamEdge Stream => stream;

    /// <summary>Type of the records.</summary>
    public TypeInformation RecordType =>
        stream.SideOutput?.Type ?? source.Operators.Single(@operator => @operator.Node.Id == stream.SourceId).Node.OutputType!;
}
