using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Loading;
using SavepointCli.Engine.Rest;
using SavepointCli.Engine.Rest.Messages;
using SavepointCli.Engine.Web.Messages;

namespace SavepointCli.Engine.Web.Routes;

/// <summary>What a submission would do. It runs the program as far as its graph, so it is for those who may run it.</summary>
internal sealed class PreviewRoutes(RestorePreviewer previewer, JarStore jars, EngineConfiguration configuration) : IRouteGroup
{
    private static readonly RequestFormat<JarRunRequestBody> Format =
        new("JarPreviewRequestBody", JarRequestJson.Shared.JarRunRequestBody);

    public IReadOnlyList<RestRoute> Routes => !configuration.Get(RestOptions.SubmitEnabled)
        ? []
        : [RestRoute.Of("POST", "/savepointctl/v1/jars/:jarid/preview", Format, PreviewAsync)];

    private async Task<RestAnswer> PreviewAsync(RestCall call, JarRunRequestBody body, CancellationToken cancellation)
    {
        if (jars.Find(call.Jar) is not { } jar)
        {
            return RestAnswer.Plain(StatusCodes.Status404NotFound, $"There is no uploaded program '{call.Jar}'.");
        }

        if (!JarRunRequest.TryRead(call, body, jar, out var submission, out var refusal))
        {
            return refusal;
        }

        try
        {
            return RestAnswer.Of(await previewer.PreviewAsync(submission, cancellation), WebJson.Default.PreviewAnswer);
        }
        catch (SavepointException fault)
        {
            return RestAnswer.Plain(StatusCodes.Status400BadRequest, fault.Message);
        }
    }
}
