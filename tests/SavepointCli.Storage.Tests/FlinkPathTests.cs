namespace SavepointCli.Storage.Tests;

public sealed class FlinkPathTests
{
    [Theory]
    [InlineData("/data/sp", "/data/sp")]
    [InlineData("file:/data/sp", "/data/sp")]
    [InlineData("file:///data/sp", "/data/sp")]
    [InlineData("FILE:/data/sp", "/data/sp")]
    [InlineData("/data//sp/../x", "/data/x")]
    [InlineData("file:/data/a b/100%25", "/data/a b/100%25")]
    public void All_forms_of_a_local_path_lead_to_the_same_place(string path, string local) =>
        FlinkPath.ToLocalPath(path).Should().Be(local);

    [Theory]
    [InlineData("sp/x")]
    [InlineData("file:sp/x")]
    public void A_relative_path_starts_at_the_working_directory(string path) =>
        FlinkPath.ToLocalPath(path).Should().Be(Path.GetFullPath("sp/x"));

    [Fact]
    public void A_URI_has_one_slash_and_no_escapes() => FlinkPath.ToUri("/data/a b").Should().Be("file:/data/a b");

    [Fact]
    public void A_host_is_refused_with_what_was_meant()
    {
        var parse = () => FlinkPath.ToLocalPath("file://data/sp");

        var fault = parse.Should().Throw<SavepointException>().Which;
        fault.ExitCode.Should().Be(ExitCode.Usage);
        fault.Message.Should().Contain("host 'data'");
        fault.Hint.Should().Contain("file:///data/sp");
    }

    [Fact]
    public void An_unknown_scheme_is_named()
    {
        var parse = () => FlinkPath.ToLocalPath("s3://bucket/sp");

        var fault = parse.Should().Throw<SavepointException>().Which;
        fault.ExitCode.Should().Be(ExitCode.Unsupported);
        fault.Message.Should().Contain("'s3'").And.Contain("s3://bucket/sp");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\0b")]
    public void What_is_no_path_is_wrong_usage(string path)
    {
        var parse = () => FlinkPath.ToLocalPath(path);

        parse.Should().Throw<SavepointException>().Which.ExitCode.Should().Be(ExitCode.Usage);
    }

    [Theory]
    [InlineData("hdfs://nn:8020/x", "hdfs")]
    [InlineData("S3:/x", "s3")]
    [InlineData("/a:b/c", null)]
    [InlineData("a/b:c", null)]
    [InlineData("c:/x", null)]
    public void The_scheme_stands_before_the_first_slash(string path, string? scheme) => FlinkPath.SchemeOf(path).Should().Be(scheme);
}
