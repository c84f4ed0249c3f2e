using SavepointCli.Engine.State.Keyed;
using SavepointCli.Format.Values;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.State.Ttl;

/// <summary>A list whose elements expire one by one, over a state that keeps them with the time of their last access.</summary>
internal sealed class ExpiringListState<T>(ListState<TtlValue<T>> stored, TtlClock clock) : ListState<T>
{
    public override IEnumerable<T> Get()
    {
        List<TtlValue<T>> all = [.. stored.Get()];
        var live = all.FindAll(element => !clock.IsExpired(element));
        var expired = all.Count - live.Count;
        if (expired > 0 || (clock.RenewsOnRead && live.Count > 0))
        {
            stored.Update(clock.RenewsOnRead ? live.ConvertAll(element => clock.Stamp(element.Value)) : live);
        }

        return (expired > 0 && clock.ShowsExpired ? all : live).ConvertAll(element => element.Value);
    }

    public override void Add(T element)
    {
        ListElements.RequireNotNull(element);
        stored.Add(clock.Stamp(element));
    }

    public override void Update(IEnumerable<T> elements) => stored.Update(ListElements.Copy(elements).ConvertAll(clock.Stamp));

    public override void Clear() => stored.Clear();
}
