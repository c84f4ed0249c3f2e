using System.Net;
using Microsoft.AspNetCore.Http;
using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Hosting;
using SavepointCli.Engine.Rest;

namespace SavepointCli.Web.Tests.Server;

/// <summary>Who may do what.</summary>
public sealed class RequestGuardTests
{
    private const string Here = "127.0.0.1";
    private const string There = "192.0.2.7";

    [Theory]
    [InlineData(Here, "localhost:8081", null)]
    [InlineData(Here, "127.0.0.1:8081", "http://127.0.0.1:8081")]
    [InlineData("::1", "[::1]:8081", "http://[::1]:8081")]
    [InlineData("::ffff:127.0.0.1", "localhost:8081", null)]
    [InlineData(Here, "flink.example:8081", "http://flink.example:8081")]
    [InlineData("192.0.2.1", "192.0.2.1:8081", null)]
    [InlineData(Here, "", null)]
    public void Clients_of_this_machine_may_act(string from, string host, string? origin) =>
        Refusal(RouteAccess.Action, from, host, origin).Should().BeNull();

    [Theory]
    [InlineData(Here, "localhost:8081", "http://evil.example")]
    [InlineData(Here, "localhost:8081", "http://localhost:9999")]
    [InlineData(Here, "localhost:8081", "null")]
    [InlineData(Here, "evil.example:8081", "http://evil.example:8081")]
    [InlineData(Here, "localhost.evil.example", null)]
    [InlineData(There, "192.0.2.1:8081", null)]
    [InlineData(There, "localhost:8081", null)]
    public void Pages_of_others_rebound_names_and_other_machines_may_not_act(string from, string host, string? origin) =>
        Refusal(RouteAccess.Action, from, host, origin).Should().Be(StatusCodes.Status403Forbidden);

    [Theory]
    [InlineData(There, "192.0.2.1:8081", null, true)]
    [InlineData(There, "flink.example:8081", null, true)]
    [InlineData(Here, "evil.example:8081", null, false)]
    [InlineData(There, "192.0.2.1:8081", "http://evil.example", false)]
    public void Other_machines_may_look_but_no_page_of_others(string from, string host, string? origin, bool mayLook) =>
        (Refusal(RouteAccess.Private, from, host, origin) is null).Should().Be(mayLook);

    [Theory]
    [InlineData("Bearer secret", true)]
    [InlineData("bearer  secret ", true)]
    [InlineData("Bearer Secret", false)]
    [InlineData("Bearer ", false)]
    [InlineData("secret", false)]
    [InlineData("Basic secret", false)]
    public void The_token_opens_everything_and_nothing_like_it_does(string authorization, bool opens) =>
        (Refusal(RouteAccess.Action, There, "proxy.example", "http://elsewhere.example", authorization, "secret") is null).Should().Be(opens);

    [Fact]
    public void Without_a_token_in_the_configuration_no_token_opens_anything() =>
        Refusal(RouteAccess.Action, There, "192.0.2.1:8081", null, "Bearer ").Should().Be(StatusCodes.Status403Forbidden);

    [Fact]
    public void A_page_that_says_it_is_of_another_site_may_not_look_even_without_origin()
    {
        var request = Request(Here, "localhost:8081", null, null);
        request.Request.Headers["Sec-Fetch-Site"] = "cross-site";

        Guard(null).Refusal(request, RouteAccess.Private).Should().NotBeNull();
        Guard(null).Refusal(request, RouteAccess.Open).Should().BeNull();
    }

    private static int? Refusal(
        RouteAccess access, string from, string host, string? origin, string? authorization = null, string? token = null) =>
        Guard(token).Refusal(Request(from, host, origin, authorization), access)?.Status;

    private static RequestGuard Guard(string? token) => new(
        new ListenAddress(new IPEndPoint(IPAddress.Any, 8081), "flink.example"),
        token is null ? EngineConfiguration.Empty : new EngineConfiguration([KeyValuePair.Create("engine.action-token", token)]));

    private static DefaultHttpContext Request(string from, string host, string? origin, string? authorization)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(from);
        context.Connection.LocalIpAddress = IPAddress.Parse("192.0.2.1");
        context.Request.Host = new HostString(host);
        if (origin is not null)
        {
            context.Request.Headers.Origin = origin;
        }

        if (authorization is not null)
        {
            context.Request.Headers.Authorization = authorization;
        }

        return context;
    }
}
