using SavepointCli.Streaming;
using SavepointCli.Streaming.Operators;

namespace SavepointCli.Engine.Tasks;

/// <summary>What one operator in one subtask emits to.</summary>
/// <param name="Main">An <see cref="IOutput{T}"/> of the operator's output type; null for a sink.</param>
/// <param name="Sides">The side outputs that somebody reads, by the id of their tag.</param>
internal sealed record OperatorOutputs(object? Main, IReadOnlyDictionary<string, IWatermarkOutput> Sides)
{
    /// <summary>The side output of a tag; null if nobody reads it.</summary>
    /// <exception cref="InvalidOperationException">It is read as another type.</exception>
    public IOutput<T>? Side<T>(OutputTag<T> tag) => Sides.GetValueOrDefault(tag.Id) switch
    {
        null => null,
        IOutput<T> output => output,
        _ => throw new InvalidOperationException($"Side output '{tag.Id}' is read with another type than {tag.Type}; use one OutputTag for both."),
    };
}
