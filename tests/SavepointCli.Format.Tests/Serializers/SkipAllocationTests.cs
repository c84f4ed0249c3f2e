using SavepointCli.Format.Java;

namespace SavepointCli.Format.Tests.Serializers;

public sealed class SkipAllocationTests
{
    public static TheoryData<int, string> ValueRows()
    {
        var data = new TheoryData<int, string>();
        foreach (var row in SerializerVectors.Values.Where(row => !row.Name.StartsWith("Kryo", StringComparison.Ordinal) && row.Name != "JavaSerializer" && row.Text != "Vec$Q"))
        {
            data.Add(row.Index, row.Name);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(ValueRows))]
    public void Skipping_allocates_nothing(int index, string name)
    {
        var row = SerializerVectors.All[index];
        var serializer = SerializerVectors.SerializerOf(row);
        Skip();

        var before = GC.GetAllocatedBytesForCurrentThread();
        Skip();

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0, name);

        void Skip()
        {
            var reader = new JavaDataReader(row.Bytes);
            serializer.Skip(ref reader);
        }
    }
}
