using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.State;
using SavepointCli.Engine.Tests.Types;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.Tests.State;

/// <summary>State of a POJO whose fields have changed since it was written.</summary>
public sealed class StateMigrationTests
{
    [Theory]
    [InlineData(StateBackendKind.HashMap, SavepointFormat.Canonical)]
    [InlineData(StateBackendKind.HashMap, SavepointFormat.Native)]
    [InlineData(StateBackendKind.RocksDb, SavepointFormat.Canonical)]
    [InlineData(StateBackendKind.RocksDb, SavepointFormat.Native)]
    public void Every_kind_of_state_is_read_as_the_new_type_and_written_as_it(StateBackendKind kind, SavepointFormat format)
    {
        using var folder = new BackendFolder(kind);
        using var old = folder.OpenKeyed<long>();
        var value = old.GetState(new ValueStateDescriptor<PojoEvolutionTests.Person>("value"));
        var list = old.GetListState(new ListStateDescriptor<PojoEvolutionTests.Person>("list"));
        var map = old.GetMapState(new MapStateDescriptor<int, PojoEvolutionTests.Person>("map"));
        for (var key = 0; key < 20; key++)
        {
            old.CurrentKey = key;
            value.Update(Person(key));
            list.AddAll([Person(44), Person(key)]);
            map.Put(1, Person(key));
            map.Put(2, Person(key + 1));
        }

        using var changed = folder.OpenKeyed<long>(folder.Snapshot(old, format));
        Check(changed);

        using var again = folder.OpenKeyed<long>(folder.Snapshot(changed, format));
        Check(again);
    }

    private static void Check(KeyedStateBackend<long> backend)
    {
        var value = backend.GetState(new ValueStateDescriptor<PojoEvolutionTests.NewPerson>("value"));
        var list = backend.GetListState(new ListStateDescriptor<PojoEvolutionTests.NewPerson>("list"));
        var map = backend.GetMapState(new MapStateDescriptor<int, PojoEvolutionTests.NewPerson>("map"));
        for (var key = 0; key < 20; key++)
        {
            backend.CurrentKey = key;
            value.Value.Should().BeEquivalentTo(NewPerson(key));
            list.Get().Should().BeEquivalentTo([NewPerson(44), NewPerson(key)], options => options.WithStrictOrdering());
            map.Get(1).Should().BeEquivalentTo(NewPerson(key));
            map.Get(2).Should().BeEquivalentTo(NewPerson(key + 1));
        }
    }

    private static PojoEvolutionTests.Person Person(int number) => new() { X = number, Name = $"name {number}", Opt = number };

    private static PojoEvolutionTests.NewPerson NewPerson(int number) => new() { X = number, Name = $"name {number}", Added = "default" };
}
