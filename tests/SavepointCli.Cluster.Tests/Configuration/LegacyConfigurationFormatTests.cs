using SavepointCli.Cluster.Configuration;

namespace SavepointCli.Cluster.Tests.Configuration;

public sealed class LegacyConfigurationFormatTests
{
    [Fact]
    public void A_line_is_key_colon_blank_value_and_the_last_of_equal_keys_counts()
    {
        var settings = LegacyConfigurationFormat.Parse(
            "# a comment\nrest.address: first\r\n  rest.port:  8085 # behind\nno separator\nkey:value\n"
            + ": empty key\nempty.value: \nquoted: 'x'\nrest.address: second\n");

        settings.Should().BeEquivalentTo(new Dictionary<string, string>
        {
            ["rest.address"] = "second",
            ["rest.port"] = "8085",
            ["quoted"] = "'x'",
        });
    }
}
