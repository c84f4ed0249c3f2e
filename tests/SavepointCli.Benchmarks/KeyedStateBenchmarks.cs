using BenchmarkDotNet.Attributes;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;

namespace SavepointCli.Benchmarks;

/// <summary>Writing, scanning and decoding the canonical stream of 100,000 keys (14.5 MB), beside copying the same bytes.</summary>
[MemoryDiagnoser]
public class KeyedStateBenchmarks
{
    private const int Keys = 100_000;

    private readonly ReferenceState _state = new(Keys);
    private readonly MemoryStream _target = new();
    private MemoryStream _stream = new();
    private KeyGroupsHandle _handle = null!;

    [GlobalSetup]
    public void Setup()
    {
        _stream = new MemoryStream();
        _handle = _state.WriteTo(_stream);
    }

    [Benchmark(Baseline = true, Description = "copy the bytes")]
    public long Copy()
    {
        _target.Position = 0;
        _target.Write(_stream.GetBuffer(), 0, (int)_stream.Length);
        return _target.Length;
    }

    [Benchmark(Description = "canonical write")]
    public long Write()
    {
        _target.Position = 0;
        return _state.WriteTo(_target).Stream!.Size;
    }

    [Benchmark(Description = "key-group scan")]
    public long Scan()
    {
        var reader = new CanonicalKeyGroupReader(_stream, _handle, "memory");
        var bytes = 0L;
        while (reader.Read())
        {
            bytes += reader.Key.Length + reader.Value.Length;
        }

        return bytes;
    }

    [Benchmark(Description = "entry decode")]
    public int Decode()
    {
        var reader = new CanonicalKeyGroupReader(_stream, _handle, "memory");
        var keySerializer = reader.Header.KeySerializer.RestoreSerializer();
        var valueSerializers = reader.Header.States.Select(state => state.ValueSerializer!.RestoreSerializer()).ToArray();
        var values = 0;
        while (reader.Read())
        {
            var entryKey = reader.Key;
            var key = new JavaDataReader(entryKey[_state.Layout.Split(entryKey, reader.KeyGroup).Key]);
            var value = new JavaDataReader(reader.Value);
            values += keySerializer.ReadObject(ref key) is null ? 0 : 1;
            values += valueSerializers[reader.StateIndex].ReadObject(ref value) is null ? 0 : 1;
        }

        return values;
    }
}
