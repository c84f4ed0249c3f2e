using SavepointCli.Format.Handles;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Format.Tests.KeyedState;

/// <summary>One stream of keyed state that real Flink wrote.</summary>
internal sealed record GoldenStream(string Operator, int MaxParallelism, KryoVersion Kryo, KeyGroupsHandle Handle, byte[] Bytes)
{
    public KeyedBackendHeader Header => new CanonicalKeyGroupReader(Open(), Handle, Operator).Header;

    public Stream Open() => new MemoryStream(Bytes);
}
