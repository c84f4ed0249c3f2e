using SavepointCli.Rendering;

namespace SavepointCli.Tests.Transcripts;

public sealed class ByteSizesTests
{
    [Theory]
    [InlineData(0, "0B")]
    [InlineData(1023, "1023B")]
    [InlineData(1024, "1.0KiB")]
    [InlineData(1536, "1.5KiB")]
    [InlineData(102_347, "99.9KiB")]
    [InlineData(102_400, "100KiB")]
    [InlineData(1_048_575, "1.0MiB")]
    [InlineData(4_509_715_661, "4.2GiB")]
    [InlineData(long.MaxValue, "8.0EiB")]
    public void Sizes_have_three_digits_and_a_binary_unit(long bytes, string text) => ByteSizes.Text(bytes).Should().Be(text);
}
