using SavepointCli.Streaming.Graph;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming;

/// <summary>A stream together with the operator that emits it. Mirrors <c>SingleOutputStreamOperator</c>.</summary>
public sealed class SingleOutputStreamOperator<T> : DataStream<T>
{
    private readonly Transformation _transformation;
    private readonly OperatorSettings _settings;

    internal SingleOutputStreamOperator(StreamExecutionEnvironment environment, Transformation transformation, TypeInformation<T> type)
        : base(environment, [new StreamOrigin(transformation, null)], type)
    {
        _transformation = transformation;
        _settings = new OperatorSettings(transformation);
    }

    /// <summary>Names the operator for snapshots: state is found again under it. Unique within the job.</summary>
    public SingleOutputStreamOperator<T> Uid(string uid)
    {
        _settings.SetUid(uid);
        return this;
    }

    /// <summary>32 hex digits: a further operator id under which restored state is looked for. Snapshots are written under the usual one.</summary>
    public SingleOutputStreamOperator<T> SetUidHash(string uidHash)
    {
        _settings.SetUidHash(uidHash);
        return this;
    }

    /// <summary>Names the operator for people.</summary>
    public SingleOutputStreamOperator<T> Name(string name)
    {
        _settings.SetName(name);
        return this;
    }

    /// <summary>Number of subtasks.</summary>
    public SingleOutputStreamOperator<T> SetParallelism(int parallelism)
    {
        _settings.SetParallelism(parallelism);
        return this;
    }

    /// <summary>Number of key groups. Fixed for the life of the operator's keyed state.</summary>
    public SingleOutputStreamOperator<T> SetMaxParallelism(int maxParallelism)
    {
        _settings.SetMaxParallelism(maxParallelism);
        return this;
    }

    /// <summary>Runs the operator in a vertex of its own.</summary>
    public SingleOutputStreamOperator<T> DisableChaining()
    {
        _settings.SetChaining(ChainingStrategy.Never);
        return this;
    }

    /// <summary>Starts a new vertex with the operator.</summary>
    public SingleOutputStreamOperator<T> StartNewChain()
    {
        _settings.SetChaining(ChainingStrategy.Head);
        return this;
    }

    /// <summary>The records that the operator emits under a tag, beside its main output.</summary>
    public DataStream<TSide> GetSideOutput<TSide>(OutputTag<TSide> tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return new DataStream<TSide>(Environment, [new StreamOrigin(_transformation, null, tag)], tag.Type);
    }
}
