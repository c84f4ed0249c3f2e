using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Tests.Serializers;

public sealed class GoldenValueTests
{
    public static TheoryData<string, string> CasesWithExpectedValues => new()
    {
        { "1.9", "savepoint-hashmap" },
        { "1.13", "canonical-rocksdb" },
        { "1.16", "canonical-hashmap" },
        { "1.20", "canonical-rocksdb" },
        { "1.20", "native-hashmap-nulls" },
        { "1.20", "avro-canonical-rocksdb" },
        { "2.2", "canonical-rocksdb" },
        { "2.2", "canonical-rocksdb-nulls" },
        { "2.2", "avro-native-hashmap" },
        { "2.3", "canonical-hashmap" },
    };

    public static TheoryData<string, string> SqlCases => new()
    {
        { "1.20", "sql-canonical-rocksdb" },
        { "2.2", "sql-native-hashmap" },
    };

    [Theory]
    [MemberData(nameof(CasesWithExpectedValues))]
    public void Values_of_real_snapshots_are_what_their_job_had_put_there(string flink, string name)
    {
        var lines = new List<string>();

        GoldenValues.Visit(flink, name, (state, key, keySerializer, value, valueSerializer) =>
        {
            var keyReader = new JavaDataReader(key);
            var valueReader = new JavaDataReader(value);
            lines.Add(GoldenValues.Line(state, keySerializer.ReadDelimited(ref keyReader), valueSerializer.ReadDelimited(ref valueReader)));
        });

        lines.Should().NotBeEmpty();
        lines.Order(StringComparer.Ordinal).Should().Equal(GoldenValues.Expected(flink, name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(CasesWithExpectedValues))]
    [MemberData(nameof(SqlCases))]
    public void Values_of_real_snapshots_are_written_back_byte_for_byte(string flink, string name)
    {
        var writer = new JavaDataWriter();
        var values = 0;

        GoldenValues.Visit(flink, name, (state, key, keySerializer, value, valueSerializer) =>
        {
            values++;
            writer.Clear();
            var keyReader = new JavaDataReader(key);
            keySerializer.WriteDelimited(writer, keySerializer.ReadDelimited(ref keyReader));
            writer.WrittenSpan.SequenceEqual(key).Should().BeTrue($"the key {Convert.ToHexString(key)} of {state.Name} became {Convert.ToHexString(writer.WrittenSpan)}");

            writer.Clear();
            var valueReader = new JavaDataReader(value);
            valueSerializer.WriteDelimited(writer, valueSerializer.ReadDelimited(ref valueReader));
            writer.WrittenSpan.SequenceEqual(value).Should().BeTrue($"the value {Convert.ToHexString(value)} of {state.Name} became {Convert.ToHexString(writer.WrittenSpan)}");
        });

        values.Should().BePositive();
    }

    [Theory]
    [MemberData(nameof(SqlCases))]
    public void Rows_of_SQL_are_decoded_by_the_types_of_their_columns(string flink, string name)
    {
        var keys = new HashSet<object>();

        GoldenValues.Visit(flink, name, (state, key, keySerializer, value, valueSerializer) =>
        {
            var keyReader = new JavaDataReader(key);
            var valueReader = new JavaDataReader(value);
            var stored = valueSerializer.ReadDelimited(ref valueReader);
            if (state.Name == "accState")
            {
                keys.Add(keySerializer.ReadObject(ref keyReader)!);
                var row = stored.Should().BeOfType<RowDataValue>().Subject;
                row.Should().NotBeEmpty();
                row[0].Should().Be(10L, "the job counted ten numbers for each of 20 keys");
            }
        });

        keys.Should().HaveCount(20);
    }
}
