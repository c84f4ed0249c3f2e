using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Basic;
using SavepointCli.Format.Serializers.Namespaces;

namespace SavepointCli.Format.Tests.KeyedState;

/// <summary>Headers with serializers of the job's own, whose payloads carry no length.</summary>
public sealed class UnknownSnapshotTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(40)]
    public void Its_payload_ends_where_the_rest_of_the_header_fits(int payloadLength)
    {
        var payload = Enumerable.Range(7, payloadLength).Select(number => (byte)number).ToArray();
        var header = new KeyedBackendHeader(
            IsCompressed: false,
            BasicSerializers.Long.Snapshot,
            [
                State("a", BasicSerializers.String.Snapshot),
                State("custom", new UnknownSerializerSnapshot("com.example.MySnapshot", 3, payload)),
                State("other", new UnknownSerializerSnapshot("com.example.OtherSnapshot", 1, payload)),
                State("z", BasicSerializers.Int.Snapshot),
            ]);
        var writer = new JavaDataWriter();
        header.Write(writer);

        var read = KeyedBackendHeader.Read(new MemoryStream(writer.ToArray()), "test");

        read.States.Select(state => state.Name).Should().Equal("a", "custom", "other", "z");
        read.States[1].ValueSerializer.Should().Be(header.States[1].ValueSerializer);
        read.States[2].ValueSerializer.Should().Be(header.States[2].ValueSerializer);
        var again = new JavaDataWriter();
        read.Write(again);
        again.ToArray().Should().Equal(writer.ToArray());
    }

    [Fact]
    public void Where_no_end_fits_the_class_is_named()
    {
        var header = new KeyedBackendHeader(
            IsCompressed: false, BasicSerializers.Long.Snapshot, [State("custom", new UnknownSerializerSnapshot("com.example.MySnapshot", 3, default)), State("z", BasicSerializers.Int.Snapshot)]);
        var writer = new JavaDataWriter();
        header.Write(writer);

        var read = () => KeyedBackendHeader.Read(new MemoryStream(writer.ToArray()[..^3]), "test");

        read.Should().Throw<SavepointFormatException>().WithMessage("*com.example.MySnapshot*").Which.ExitCode.Should().Be(ExitCode.Unsupported);
    }

    private static StateMeta State(string name, SerializerSnapshot value) =>
        StateMeta.ForKeyValue(name, KeyedStateType.Value, NamespaceSerializers.Void.Snapshot, value);
}
