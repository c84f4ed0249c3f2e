using SavepointCli.Streaming.Graph;

namespace SavepointCli.Streaming;

/// <summary>The end of a stream. Mirrors <c>DataStreamSink</c>.</summary>
public sealed class DataStreamSink<T>
{
    private readonly OperatorSettings _settings;

    internal DataStreamSink(Transformation transformation) => _settings = new OperatorSettings(transformation);

    /// <inheritdoc cref="SingleOutputStreamOperator{T}.Uid"/>
    public DataStreamSink<T> Uid(string uid)
    {
        _settings.SetUid(uid);
        return this;
    }

    /// <inheritdoc cref="SingleOutputStreamOperator{T}.SetUidHash"/>
    public DataStreamSink<T> SetUidHash(string uidHash)
    {
        _settings.SetUidHash(uidHash);
        return this;
    }

    /// <inheritdoc cref="SingleOutputStreamOperator{T}.Name"/>
    public DataStreamSink<T> Name(string name)
    {
        _settings.SetName(name);
        return this;
    }

    /// <inheritdoc cref="SingleOutputStreamOperator{T}.SetParallelism"/>
    public DataStreamSink<T> SetParallelism(int parallelism)
    {
        _settings.SetParallelism(parallelism);
        return this;
    }

    /// <inheritdoc cref="SingleOutputStreamOperator{T}.SetMaxParallelism"/>
    public DataStreamSink<T> SetMaxParallelism(int maxParallelism)
    {
        _settings.SetMaxParallelism(maxParallelism);
        return this;
    }

    /// <inheritdoc cref="SingleOutputStreamOperator{T}.DisableChaining"/>
    public DataStreamSink<T> DisableChaining()
    {
        _settings.SetChaining(ChainingStrategy.Never);
        return this;
    }
}
