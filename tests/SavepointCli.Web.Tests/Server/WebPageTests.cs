using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using SavepointCli.Engine.Web;
using SavepointCli.Web.Tests.Support;

namespace SavepointCli.Web.Tests.Server;

/// <summary>The files of the page and the headers that they go out with.</summary>
public sealed partial class WebPageTests
{
    private const int MostBytes = 300 * 1024;

    [Fact]
    public async Task The_page_forbids_what_would_let_names_become_markup()
    {
        await using var cluster = await WebCluster.StartAsync();

        using var answer = await cluster.Client.GetAsync(new Uri("/", UriKind.Relative));

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.Should().Contain("default-src 'none'").And.Contain("script-src 'self'").And.Contain("frame-ancestors 'none'")
            .And.Contain("require-trusted-types-for 'script'").And.NotContain("unsafe");
        answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        answer.Headers.Contains("Access-Control-Allow-Origin").Should().BeFalse();
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Files_are_packed_once_and_asked_for_again_only_when_they_change(string encoding)
    {
        await using var cluster = await WebCluster.StartAsync();
        using var first = await AskAsync(cluster, HttpMethod.Get, ("Accept-Encoding", encoding));
        using var second = await AskAsync(cluster, HttpMethod.Get, ("If-None-Match", first.Headers.ETag!.Tag));
        using var head = await AskAsync(cluster, HttpMethod.Head);
        using var plain = await AskAsync(cluster, HttpMethod.Get, ("Accept-Encoding", "br;q=0, gzip;q=0"));

        first.Content.Headers.ContentEncoding.Should().Equal(encoding);
        first.Content.Headers.ContentType!.ToString().Should().Be("text/javascript; charset=utf-8");
        second.StatusCode.Should().Be(HttpStatusCode.NotModified);
        (await head.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        plain.Content.Headers.ContentEncoding.Should().BeEmpty();
        (await plain.Content.ReadAsStringAsync()).Should().Contain("addEventListener");
    }

    [Fact]
    public void All_files_together_stay_small_and_ask_for_nothing_elsewhere()
    {
        var page = new WebPage();
        var assets = page.Paths.Select(path => page.Find(path)!).ToList();

        assets.Should().HaveCountGreaterThan(10);
        assets.Sum(asset => asset.Encoded(["gzip"], out _).Length).Should().BeLessThan(MostBytes);
        var elsewhere = assets.SelectMany(asset => Address().Matches(Encoding.UTF8.GetString(asset.Content)).Select(match => match.Value));
        elsewhere.Distinct().Should().Equal("http://www.w3.org/2000/svg");
    }

    [Fact]
    public void No_script_turns_text_into_markup()
    {
        var page = new WebPage();

        foreach (var path in page.Paths)
        {
            Encoding.UTF8.GetString(page.Find(path)!.Content).Should()
                .NotMatchRegex(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\(|new Function", path);
        }
    }

    private static async Task<HttpResponseMessage> AskAsync(WebCluster cluster, HttpMethod method, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri("/web/main.js", UriKind.Relative));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value).Should().BeTrue();
        }

        return await cluster.Client.SendAsync(request);
    }

    [GeneratedRegex(@"https?://[^\s'""<>`]+")]
    private static partial Regex Address();
}
