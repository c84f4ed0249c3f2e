using System.Runtime.CompilerServices;
using CsCheck;
using SavepointCli.Engine.State.Tables;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.Tests.State.Tables;

public sealed class StateMapTests
{
    private static VoidNamespace NoNamespace => default;

    [Fact]
    public void Behaves_like_a_dictionary_and_views_never_see_later_changes()
    {
        // Few distinct hashes so that probing, gaps and reuse of free positions all happen.
        var operation = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 300], Gen.Long);
        operation.Array[0, 600].Sample(operations =>
        {
            var versions = new SnapshotVersions();
            var map = new StateMap<long, VoidNamespace, long>(new StateLayout<long, VoidNamespace, long>(null, null), versions);
            var model = new Dictionary<long, long>();
            var views = new List<(int Version, StateMapView<long, VoidNamespace, long> View, Dictionary<long, long> Model)>();
            foreach (var (kind, key, value) in operations)
            {
                Apply(kind, key, value, map, model);
                if (kind == 8 && key < 30)
                {
                    views.Add((versions.Take(), map.View(), new Dictionary<long, long>(model)));
                }
                else if (kind == 9 && views.Count > 0)
                {
                    Contents(views[0].View).Should().Equal(views[0].Model.OrderBy(pair => pair.Key));
                    versions.Release(views[0].Version);
                    views.RemoveAt(0);
                }
            }

            Contents(map.View()).Should().Equal(model.OrderBy(pair => pair.Key));
            map.Count.Should().Be(model.Count);
            foreach (var (_, view, seen) in views)
            {
                Contents(view).Should().Equal(seen.OrderBy(pair => pair.Key));
            }
        }, iter: 100);
    }

    [Fact]
    public void A_value_that_can_change_in_place_is_copied_once_per_snapshot()
    {
        var copies = 0;
        var versions = new SnapshotVersions();
        var layout = new StateLayout<string, VoidNamespace, List<int>>(null, list =>
        {
            copies++;
            return [.. list];
        });
        var map = new StateMap<string, VoidNamespace, List<int>>(layout, versions);
        map.FindOrAdd(1, "a", NoNamespace, out _) = [1];

        map.Find(1, "a", NoNamespace).Add(2);
        copies.Should().Be(0, "no snapshot runs");

        var version = versions.Take();
        var view = map.View();
        map.Find(1, "a", NoNamespace).Add(3);
        map.Find(1, "a", NoNamespace).Add(4);
        copies.Should().Be(1);
        Single(view).Should().Equal(1, 2);
        Single(map.View()).Should().Equal(1, 2, 3, 4);

        versions.Release(version);
        map.Find(1, "a", NoNamespace).Add(5);
        copies.Should().Be(1, "the snapshot is over");
    }

    [Fact]
    public void Keys_of_equal_hash_and_namespaces_of_one_key_are_kept_apart()
    {
        var map = new StateMap<string, string, int>(new StateLayout<string, string, int>(null, null), new SnapshotVersions());
        map.FindOrAdd(7, "Aa", "w1", out _) = 1;
        map.FindOrAdd(7, "BB", "w1", out _) = 2;
        map.FindOrAdd(7, "Aa", "w2", out _) = 3;

        map.Find(7, "Aa", "w1").Should().Be(1);
        map.Find(7, "BB", "w1").Should().Be(2);
        map.Find(7, "Aa", "w2").Should().Be(3);
        Unsafe.IsNullRef(ref map.Find(7, "BB", "w2")).Should().BeTrue();
    }

    private static void Apply(int kind, long key, long value, StateMap<long, VoidNamespace, long> map, Dictionary<long, long> model)
    {
        var hash = (int)(key % 50);
        if (kind < 5)
        {
            map.FindOrAdd(hash, key, NoNamespace, out var exists) = value;
            exists.Should().Be(model.ContainsKey(key));
            model[key] = value;
        }
        else if (kind < 8)
        {
            map.Remove(hash, key, NoNamespace).Should().Be(model.Remove(key));
        }

        ref var found = ref map.Find(hash, key, NoNamespace);
        Unsafe.IsNullRef(ref found).Should().Be(!model.ContainsKey(key));
    }

    private static IEnumerable<KeyValuePair<long, long>> Contents(StateMapView<long, VoidNamespace, long> view)
    {
        var contents = new SortedDictionary<long, long>();
        foreach (ref readonly var entry in view)
        {
            contents.Add(entry.Key, entry.State);
        }

        contents.Count.Should().Be(view.Count);
        return contents;
    }

    private static TState Single<TKey, TNamespace, TState>(StateMapView<TKey, TNamespace, TState> view)
    {
        view.Count.Should().Be(1);
        var entries = view.GetEnumerator();
        entries.MoveNext().Should().BeTrue();
        return entries.Current.State;
    }
}
