using CsCheck;
using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.State;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.Tests.State;

/// <summary>The backend against plain dictionaries, with snapshots of both forms taken and restored anywhere in between.</summary>
public sealed class BackendModelTests : IDisposable
{
    private BackendFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(StateBackendKind.HashMap, 60)]
    [InlineData(StateBackendKind.RocksDb, 12)]
    public void Behaves_like_dictionaries_across_snapshots(StateBackendKind kind, int runs)
    {
        _folder.Dispose();
        _folder = new BackendFolder(kind);
        var step = Gen.Select(Gen.Int[0, 13], Gen.Long[-8, 8], Gen.Int[0, 4], Gen.Long);
        step.Array[1, 120].Sample(steps =>
        {
            var run = new Run(_folder);
            foreach (var (kind, key, detail, value) in steps)
            {
                run.Take(kind, key, detail, value);
            }

            run.Check();
        }, iter: runs, threads: 1);
    }

    private sealed class Run
    {
        private readonly BackendFolder _folder;
        private readonly Dictionary<long, long> _values = [];
        private readonly Dictionary<long, List<string>> _lists = [];
        private readonly Dictionary<long, Dictionary<int, long>> _maps = [];
        private KeyedStateBackend<long> _backend;
        private ValueState<long> _value = null!;
        private ListState<string> _list = null!;
        private MapState<int, long> _map = null!;

        public Run(BackendFolder folder)
        {
            _folder = folder;
            _backend = folder.OpenKeyed<long>();
            Register();
        }

        public void Take(int kind, long key, int detail, long value)
        {
            _backend.CurrentKey = key;
            Action step = kind switch
            {
                0 or 1 => () => UpdateValue(key, value),
                2 => () => ClearValue(key),
                3 or 4 => () => AddToList(key, value),
                5 => () => UpdateList(key, detail),
                6 or 7 => () => PutIntoMap(key, detail, value),
                8 or 9 => () => RemoveFromMap(key, detail),
                10 => () => ClearAll(key),
                11 => () => Restore(SavepointFormat.Canonical),
                12 => () => Restore(SavepointFormat.Native),
                _ => Check,
            };
            step();
        }

        public void Check()
        {
            for (var key = -8L; key <= 8; key++)
            {
                _backend.CurrentKey = key;
                _value.TryGetValue(out var value).Should().Be(_values.TryGetValue(key, out var expected));
                value.Should().Be(expected);
                _list.Get().Should().Equal(_lists.GetValueOrDefault(key, []));
                _map.Entries.Should().BeEquivalentTo(_maps.GetValueOrDefault(key, []));
                _map.IsEmpty.Should().Be(_maps.GetValueOrDefault(key, []).Count == 0);
            }
        }

        private void Register()
        {
            _value = _backend.GetState(new ValueStateDescriptor<long>("value"));
            _list = _backend.GetListState(new ListStateDescriptor<string>("list"));
            _map = _backend.GetMapState(new MapStateDescriptor<int, long>("map"));
        }

        private void UpdateValue(long key, long value)
        {
            _value.Update(value);
            _values[key] = value;
        }

        private void ClearValue(long key)
        {
            _value.Clear();
            _values.Remove(key);
        }

        private void AddToList(long key, long value)
        {
            _list.Add($",{value}");
            if (!_lists.TryGetValue(key, out var list))
            {
                _lists.Add(key, list = []);
            }

            list.Add($",{value}");
        }

        private void UpdateList(long key, int count)
        {
            List<string> list = [.. Enumerable.Range(0, count).Select(i => $"{i}")];
            _list.Update(list);
            _lists[key] = list;
        }

        private void PutIntoMap(long key, int mapKey, long value)
        {
            _map.Put(mapKey, value);
            if (!_maps.TryGetValue(key, out var map))
            {
                _maps.Add(key, map = []);
            }

            map[mapKey] = value;
        }

        private void RemoveFromMap(long key, int mapKey)
        {
            _map.Remove(mapKey);
            _maps.GetValueOrDefault(key)?.Remove(mapKey);
        }

        private void ClearAll(long key)
        {
            _list.Clear();
            _map.Clear();
            _lists.Remove(key);
            _maps.Remove(key);
        }

        private void Restore(SavepointFormat format)
        {
            var snapshot = _folder.Snapshot(_backend, format);
            _backend = _folder.OpenKeyed<long>(snapshot);
            Register();
        }
    }
}
