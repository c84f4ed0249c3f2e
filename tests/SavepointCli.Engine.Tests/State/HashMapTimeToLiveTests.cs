using SavepointCli.Engine.State;
using SavepointCli.Format.Handles;

namespace SavepointCli.Engine.Tests.State;

/// <summary>Expiry on objects in memory.</summary>
public sealed class HashMapTimeToLiveTests() : TimeToLiveTests(StateBackendKind.HashMap)
{
    [Fact]
    public void Keys_that_are_never_touched_again_go_by_and_by()
    {
        using var backend = Folder.OpenKeyed<long>();
        var states = new { Value = Value(backend), List = List(backend), Map = Map(backend) };
        for (var key = 0; key < 200; key++)
        {
            backend.CurrentKey = key;
            states.Value.Update("a");
            states.List.Add(1);
            states.Map.Put(1, "b");
        }

        Pass(200);
        backend.CurrentKey = 1000;
        for (var access = 0; access < 200; access++)
        {
            _ = states.Value.Value;
            _ = states.List.Get();
            _ = states.Map.IsEmpty;
        }

        var handle = (KeyGroupsHandle)Folder.Snapshot(backend).ManagedKeyedState!;
        handle.Offsets.Should().OnlyContain(offset => offset == 0, "nothing is left to write");
    }
}
