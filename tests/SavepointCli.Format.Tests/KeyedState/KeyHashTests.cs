using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Basic;
using SavepointCli.Format.Serializers.Composite;
using SavepointCli.Format.Serializers.Pojo;
using SavepointCli.Testing;

namespace SavepointCli.Format.Tests.KeyedState;

public sealed class KeyHashTests
{
    [Theory]
    [InlineData("1.20", "canonical-rocksdb")]
    [InlineData("1.20", "sql-canonical-rocksdb")]
    [InlineData("2.2", "canonical-rocksdb")]
    public void Every_key_that_Flink_wrote_hashes_to_the_key_group_that_it_stands_in(string flink, string name)
    {
        var keys = 0;
        foreach (var stream in GoldenStreams.CanonicalOf(GoldenCase.Load(flink, name)))
        {
            var header = stream.Header;
            var serializer = header.KeySerializer.RestoreSerializer(stream.Kryo);
            var reader = new CanonicalKeyGroupReader(stream.Open(), stream.Handle, stream.Operator);
            while (reader.Read())
            {
                if (header.States[reader.StateIndex].Kind != BackendStateType.KeyValue)
                {
                    continue;
                }

                var key = new JavaDataReader(reader.Key[KeyGroups.PrefixBytes(stream.MaxParallelism)..]);
                serializer.TryHash(ref key, out var hash).Should().BeTrue(header.KeySerializer.Describe());
                KeyGroups.Of(hash, stream.MaxParallelism).Should().Be(reader.KeyGroup);
                keys++;
            }
        }

        keys.Should().BeGreaterThan(100);
    }

    [Fact]
    public void Keys_of_classes_that_hash_as_they_like_have_no_hash()
    {
        var pojo = PojoSerializer.Of("golden.Key", new PojoField("id", BasicSerializers.Long));

        HasHash(pojo, PojoFlags.ExactClass, 0, 0, 0, 0, 0, 0, 0, 0, 7).Should().BeFalse();
        HasHash(TupleSerializer.Of(BasicSerializers.Boolean, pojo), 1, PojoFlags.Null).Should().BeFalse();
    }

    private static bool HasHash(TypeSerializer serializer, params byte[] bytes)
    {
        var reader = new JavaDataReader(bytes);
        return serializer.TryHash(ref reader, out _);
    }
}
