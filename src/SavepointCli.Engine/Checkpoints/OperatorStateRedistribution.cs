using SavepointCli.Format.Handles;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>
/// Deals the operator (non-keyed) state of the old subtasks out to the new ones. Mirrors
/// <c>RoundRobinOperatorStateRepartitioner</c>; the rules are those of <c>docs/format/operator-state.md</c>.
/// </summary>
internal static class OperatorStateRedistribution
{
    /// <summary>One element (or broadcast map) of a state: the stream it lies in and its position there.</summary>
    private readonly record struct Element(StreamHandle Stream, long Offset);

    /// <summary>
    /// The handles of every new subtask. With unchanged parallelism a subtask keeps what it had, and only union state (and broadcast
    /// copies that finished subtasks lack) travels.
    /// </summary>
    /// <param name="old">Handle of each old subtask in index order, null where it has none.</param>
    /// <param name="parallelism">Number of new subtasks.</param>
    public static IReadOnlyList<IReadOnlyList<OperatorStateHandle>> Redistribute(
        IReadOnlyList<OperatorStateHandle?> old, int parallelism)
    {
        var shares = new Share[parallelism];
        for (var subtask = 0; subtask < parallelism; subtask++)
        {
            shares[subtask] = new Share();
        }

        var keepsOwn = old.Count == parallelism;
        var start = 0;
        foreach (var (name, mode) in StatesOf(old))
        {
            switch (mode)
            {
                case OperatorStateMode.SplitDistribute when keepsOwn:
                    KeepOwn(old, name, mode, shares);
                    break;
                case OperatorStateMode.SplitDistribute:
                    start = Deal(ElementsOf(old, name), name, shares, start);
                    break;
                case OperatorStateMode.Union:
                    GiveAll(ElementsOf(old, name), name, shares);
                    break;
                default:
                    GiveCopies(old, name, shares, keepsOwn);
                    break;
            }
        }

        return Array.ConvertAll(shares, share => share.ToHandles());
    }

    private static IEnumerable<(string Name, OperatorStateMode Mode)> StatesOf(IEnumerable<OperatorStateHandle?> old) =>
        old.SelectMany(handle => handle?.States ?? []).Select(state => (state.Name, state.Mode)).DistinctBy(state => state.Name);

    private static List<Element> ElementsOf(IEnumerable<OperatorStateHandle?> old, string name) =>
        [.. old.SelectMany(handle => ElementsOf(handle, name))];

    private static IEnumerable<Element> ElementsOf(OperatorStateHandle? handle, string name) =>
        handle?.Stream is not { } stream
            ? []
            : handle.States.Where(state => state.Name == name).SelectMany(state => state.Offsets.Select(at => new Element(stream, at)));

    private static void KeepOwn(IReadOnlyList<OperatorStateHandle?> old, string name, OperatorStateMode mode, Share[] shares)
    {
        for (var subtask = 0; subtask < shares.Length; subtask++)
        {
            // A state without elements stays listed, so that a later snapshot still knows it.
            if (old[subtask]?.Stream is { } stream && old[subtask]!.States.Any(state => state.Name == name))
            {
                shares[subtask].Add(stream, name, mode, ElementsOf(old[subtask], name).Select(element => element.Offset));
            }
        }
    }

    /// <summary>
    /// All elements in the order of the old subtasks, cut into runs; the first <c>n mod p</c> subtasks in turn get one more. The turn
    /// goes on from state to state, so that the surplus spreads.
    /// </summary>
    private static int Deal(List<Element> elements, string name, Share[] shares, int start)
    {
        var (share, surplus) = Math.DivRem(elements.Count, shares.Length);
        var next = 0;
        for (var turn = 0; turn < shares.Length; turn++)
        {
            var count = share + (turn < surplus ? 1 : 0);
            shares[(turn + start) % shares.Length].AddAll(elements.GetRange(next, count), name, OperatorStateMode.SplitDistribute);
            next += count;
        }

        return (start + surplus) % shares.Length;
    }

    private static void GiveAll(List<Element> elements, string name, Share[] shares)
    {
        foreach (var share in shares)
        {
            share.AddAll(elements, name, OperatorStateMode.Union);
        }
    }

    private static void GiveCopies(IReadOnlyList<OperatorStateHandle?> old, string name, Share[] shares, bool keepsOwn)
    {
        var copies = ElementsOf(old, name);
        for (var subtask = 0; subtask < shares.Length && copies.Count > 0; subtask++)
        {
            var own = keepsOwn ? ElementsOf(old[subtask], name).ToList() : [];
            var copy = own.Count > 0 ? own[0] : copies[subtask % copies.Count];
            shares[subtask].AddAll([copy], name, OperatorStateMode.Broadcast);
        }
    }

    /// <summary>What one new subtask gets, by stream.</summary>
    private sealed class Share
    {
        private readonly Dictionary<StreamHandle, List<OperatorStateOffsets>> _byStream = new(ReferenceEqualityComparer.Instance);
        private readonly List<StreamHandle> _order = [];

        public void AddAll(IReadOnlyList<Element> elements, string name, OperatorStateMode mode)
        {
            foreach (var ofStream in elements.GroupBy(element => element.Stream, ReferenceEqualityComparer.Instance))
            {
                Add((StreamHandle)ofStream.Key!, name, mode, ofStream.Select(element => element.Offset));
            }
        }

        public void Add(StreamHandle stream, string name, OperatorStateMode mode, IEnumerable<long> offsets)
        {
            if (!_byStream.TryGetValue(stream, out var states))
            {
                _byStream[stream] = states = [];
                _order.Add(stream);
            }

            states.Add(new OperatorStateOffsets(name, mode, [.. offsets]));
        }

        public IReadOnlyList<OperatorStateHandle> ToHandles() =>
            [.. _order.Select(stream => new OperatorStateHandle([.. _byStream[stream]], stream))];
    }
}
