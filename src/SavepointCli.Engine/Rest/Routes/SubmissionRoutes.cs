using SavepointCli.Engine.Rest.Messages;

namespace SavepointCli.Engine.Rest.Routes;

/// <summary>
/// Submission of Java programs, which cannot run here. The request is read to its end before it is refused: an early answer looks to
/// <c>bin/flink</c> like a lost connection, and it would upload everything again.
/// </summary>
internal sealed class SubmissionRoutes : IRouteGroup
{
    private static readonly RequestFormat<EmptyRequestBody> Format = new("JobSubmitRequestBody", RestJson.Shared.EmptyRequestBody);

    public IReadOnlyList<RestRoute> Routes =>
    [
        RestRoute.Of("POST", "/jobs", Format, (_, _, _) => Task.FromResult(Refuse())).WithFiles(directory: null),
    ];

    private static RestAnswer Refuse() => RestAnswer.Plain(
        400,
        "This cluster cannot run Java programs: it runs .NET assemblies, which are uploaded to /jars/upload and started with "
        + "/jars/:jarid/run.");
}
