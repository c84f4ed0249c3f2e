using SavepointCli.Streaming.State;

namespace SavepointCli.Streaming.Tests.Harness;

internal sealed class MemoryListState<T>(Func<List<T>> current) : ListState<T>
{
    public override IEnumerable<T> Get() => current();

    public override void Add(T element) => current().Add(element);

    public override void Update(IEnumerable<T> elements)
    {
        T[] copy = [.. elements];
        current().Clear();
        current().AddRange(copy);
    }

    public override void Clear() => current().Clear();
}
