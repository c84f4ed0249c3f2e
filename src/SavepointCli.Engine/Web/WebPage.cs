using System.Collections.Frozen;
using Microsoft.Net.Http.Headers;

namespace SavepointCli.Engine.Web;

/// <summary>Serves the web page at <c>/</c>. Its files are resources of this assembly and ask for nothing from elsewhere.</summary>
internal sealed class WebPage
{
    /// <summary>The folder under which everything but the page itself is served.</summary>
    public const string Folder = "/web/";

    private const string IndexName = "index.html";

    /// <summary>
    /// Only files of this server, no inline script or style, no frames, and no way for a script to turn text into markup: names that
    /// users choose stay text whatever they hold.
    /// </summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

    private readonly FrozenDictionary<string, Lazy<WebAsset>> _assets = Load().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Paths of all files, the page itself as <c>/</c>.</summary>
    public IEnumerable<string> Paths => _assets.Keys;

    /// <summary>The file of a path, or null.</summary>
    public WebAsset? Find(string path) => _assets.TryGetValue(path, out var asset) ? asset.Value : null;

    /// <summary>Answers if the path is one of the page's, else lets the next one answer.</summary>
    public Task ServeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        return (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && Find(request.Path.Value ?? "") is { } asset
            ? WriteAsync(context, asset)
            : next(context);
    }

    private static async Task WriteAsync(HttpContext context, WebAsset asset)
    {
        var headers = context.Response.Headers;
        headers.ETag = asset.ETag;
        headers.CacheControl = "no-cache"; // kept, but asked for again: a new release shows at once
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Tag == asset.ETag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var body = asset.Encoded(Accepted(context.Request), out var encoding);
        context.Response.ContentType = asset.ContentType;
        context.Response.ContentLength = body.Length;
        if (encoding is not null)
        {
            headers.ContentEncoding = encoding;
        }

        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    private static string[] Accepted(HttpRequest request) =>
        [.. request.GetTypedHeaders().AcceptEncoding.Where(encoding => encoding.Quality is not 0).Select(encoding => encoding.Value.ToString())];

    private static Dictionary<string, Lazy<WebAsset>> Load()
    {
        var assembly = typeof(WebPage).Assembly;
        return assembly.GetManifestResourceNames().ToDictionary(
            name => name == IndexName ? "/" : Folder + name.Replace('\\', '/'),
            name => new Lazy<WebAsset>(() =>
            {
                using var resource = assembly.GetManifestResourceStream(name)!;
                var content = new byte[resource.Length];
                resource.ReadExactly(content);
                return new WebAsset(name, content);
            }));
    }
}
