using CsCheck;
using SavepointCli.Engine.Checkpoints;

namespace SavepointCli.Engine.Tests.Checkpoints;

/// <summary>Files that checkpoints share, in the words of an incremental backend: later checkpoints go on using some of them.</summary>
public sealed class SharedStateRegistryTests
{
    private readonly SharedStateRegistry _registry = new();

    [Fact]
    public void A_file_goes_when_no_stored_checkpoint_can_use_it_any_more()
    {
        _registry.Register(["a", "b"], 1);
        _registry.Register(["b", "c"], 2);
        _registry.Register(["c"], 3);

        _registry.Release(1).Should().BeEmpty();
        _registry.Release(2).Should().Equal("a");
        _registry.Release(3).Should().Equal("b");
        _registry.Release(long.MaxValue).Should().Equal("c");
        _registry.Release(long.MaxValue).Should().BeEmpty();
    }

    [Fact]
    public void A2_13_Files_of_an_aborted_checkpoint_are_collected_behind_the_next_success_unless_it_uses_them()
    {
        _registry.Register(["old"], 1);
        _registry.Register(["old", "aborted", "used again"], 2);
        _registry.Register(["old", "used again"], 3);

        _registry.Release(3).Should().Equal("aborted");
    }

    [Fact]
    public void A4_13_Files_of_a_LEGACY_snapshot_are_never_deleted_and_later_ones_are()
    {
        _registry.Protect(5);
        _registry.Register(["theirs"], 5);
        _registry.Register(["theirs", "ours"], 6);

        _registry.UsesFilesOf(5).Should().BeTrue();
        _registry.Release(long.MaxValue).Should().Equal("ours");
    }

    [Fact]
    public void I8_No_file_of_a_stored_checkpoint_is_deleted_whatever_is_stored_and_aborted() =>
        Gen.Select(Gen.Int[1, 6].Array[0, 8], Gen.Bool).List[1, 30].Sample(
            attempts =>
            {
                var registry = new SharedStateRegistry();
                var stored = new Queue<(long Id, string[] Files)>();
                var deleted = new HashSet<string>();
                var confirmed = Array.Empty<string>();
                for (var id = 1L; id <= attempts.Count; id++)
                {
                    var (reused, succeeds) = attempts[(int)id - 1];

                    // A task refers only to files of the last checkpoint that was confirmed to it.
                    string[] files = [.. confirmed.Where((_, index) => reused.Contains(index + 1)), $"new-{id}"];
                    registry.Register(files, id);
                    if (!succeeds)
                    {
                        continue;
                    }

                    stored.Enqueue((id, files));
                    confirmed = files;
                    if (stored.Count > 2)
                    {
                        stored.Dequeue();
                    }

                    deleted.UnionWith(registry.Release(stored.Peek().Id));
                    stored.SelectMany(checkpoint => checkpoint.Files).Should().NotIntersectWith(deleted);
                }
            },
            iter: 1_000);
}
