using SavepointCli.Engine.State.Keyed;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.State.Operators;

/// <summary>A split or union list of one subtask.</summary>
internal sealed class OperatorListState<T>(List<T> elements, Func<T, T>? copy) : ListState<T>
{
    /// <summary>The elements, copied if they can be changed in place.</summary>
    public List<T> Copy() => copy is null ? [.. elements] : elements.ConvertAll(element => copy(element));

    public override IEnumerable<T> Get() => elements;

    public override void Add(T element)
    {
        ListElements.RequireNotNull(element);
        elements.Add(element);
    }

    public override void Update(IEnumerable<T> newElements)
    {
        var copied = ListElements.Copy(newElements);
        elements.Clear();
        elements.AddRange(copied);
    }

    public override void Clear() => elements.Clear();
}
