namespace SavepointCli.Streaming.Functions;

/// <summary>Processes pairs of elements that an interval join has found. Mirrors <c>ProcessJoinFunction</c>.</summary>
public abstract class ProcessJoinFunction<TLeft, TRight, TOut> : RichFunction
{
    /// <summary>Processes one pair; what it emits has the later of both timestamps.</summary>
    public abstract void Process(TLeft left, TRight right, IContext context, ICollector<TOut> output);

    /// <summary>The pair being processed.</summary>
    public interface IContext
    {
        /// <summary>Timestamp of the left element, in milliseconds since 1970 UTC.</summary>
        long LeftTimestamp { get; }

        /// <summary>Timestamp of the right element.</summary>
        long RightTimestamp { get; }

        /// <summary>Emits a record to a side output, with the later of both timestamps.</summary>
        void Output<TSide>(OutputTag<TSide> tag, TSide value);
    }
}
