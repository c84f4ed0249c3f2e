namespace SavepointCli.Format.Tests.Serializers;

public sealed class DescribeTests
{
    [Theory]
    [InlineData("Long", "Long")]
    [InlineData("List<Int>", "List<Int>")]
    [InlineData("Map<String,Long>", "Map<String, Long>")]
    [InlineData("Tuple2<String,Long>", "Tuple2<String, Long>")]
    [InlineData("Long[]", "Long[]")]
    [InlineData("byte[]", "byte[]")]
    [InlineData("Enum", "Enum Vec$Color")]
    [InlineData("POJO", "POJO Vec$P { name: String, opt: Long, x: Int }")]
    [InlineData("Nullable<Long> pad", "Nullable<Long>")]
    [InlineData("Either", "Either<Long, String>")]
    [InlineData("Row<String,Int,Long>", "Row<String, Int, Long>")]
    [InlineData("TTL<Long>", "Ttl<Long>")]
    [InlineData("Timer<Long,Void>", "Timer<Long, VoidNamespace>")]
    [InlineData("Kryo G", "Kryo<Vec$G>")]
    [InlineData("RowData<BIGINT,STRING>", "RowData<BIGINT, VARCHAR(2147483647)>")]
    [InlineData("MapData", "MapData<INT, INT>")]
    [InlineData("ListView", "ListView<List<Long>>")]
    public void A_snapshot_says_its_type(string name, string type) =>
        SerializerVectors.Read(SerializerVectors.Snapshots.First(row => row.Name == name)).Describe().Should().Be(type);
}
