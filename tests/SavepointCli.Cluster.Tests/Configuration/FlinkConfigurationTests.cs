using SavepointCli.Cluster.Configuration;

namespace SavepointCli.Cluster.Tests.Configuration;

public sealed class FlinkConfigurationTests
{
    [Theory]
    [InlineData("client.timeout", "akka.client.timeout")]
    [InlineData("execution.checkpointing.savepoint-dir", "state.savepoints.dir")]
    [InlineData("high-availability.type", "high-availability")]
    public void A_setting_is_found_under_the_name_that_it_had_before(string key, string olderName)
    {
        var configuration = new FlinkConfiguration(new Dictionary<string, string> { [olderName] = "value" });

        configuration.Find(key).Should().Be("value");
        configuration.NameInUse(key).Should().Be(olderName);
    }

    [Fact]
    public void The_current_name_counts_where_both_are_set()
    {
        var configuration = new FlinkConfiguration(new Dictionary<string, string>
        {
            ["akka.client.timeout"] = "1 s",
            ["client.timeout"] = "2 s",
        });

        configuration.FindDuration("client.timeout").Should().Be(TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData("client.timeout", "akka.client.timeout")]
    [InlineData("akka.client.timeout", "client.timeout")]
    public void What_is_laid_over_counts_whatever_name_it_uses(string below, string above)
    {
        var configuration = new FlinkConfiguration(new Dictionary<string, string> { [below] = "1 s" })
            .With([KeyValuePair.Create(above, "2 s")]);

        configuration.FindDuration("client.timeout").Should().Be(TimeSpan.FromSeconds(2));
    }
}
