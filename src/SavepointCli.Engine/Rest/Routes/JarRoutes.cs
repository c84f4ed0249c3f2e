using System.Collections.Concurrent;
using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Hosting;
using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Loading;
using SavepointCli.Engine.Rest.Messages;

namespace SavepointCli.Engine.Rest.Routes;

/// <summary>Programs: uploading, listing, deleting and running them. Not there if <c>web.submit.enable</c> is false.</summary>
internal sealed class JarRoutes(
    IEmbeddedCluster cluster,
    JarStore jars,
    EngineConfiguration configuration,
    ServerUrl url,
    ILogger<JarRoutes> log) : IRouteGroup
{
    private const string CouldNotExecute = "Could not execute application.";

    private static readonly RequestFormat<JarRunRequestBody> RunFormat =
        new(nameof(JarRunRequestBody), JarRequestJson.Shared.JarRunRequestBody);
    private static readonly RequestFormat<JarRunRequestBody> PlanFormat =
        new("JarPlanRequestBody", JarRequestJson.Shared.JarRunRequestBody);
    private static readonly RequestFormat<EmptyRequestBody> NoBody = new(nameof(EmptyRequestBody), RestJson.Shared.EmptyRequestBody);

    /// <summary>Entry points by jar; the file of an id never changes.</summary>
    private readonly ConcurrentDictionary<string, IReadOnlyList<EntryPoint>> _entryPoints = new(StringComparer.Ordinal);

    public IReadOnlyList<RestRoute> Routes => !configuration.Get(RestOptions.SubmitEnabled)
        ? []
        :
        [
            RestRoute.Get("/jars", _ => RestAnswer.Of(List(), RestJson.Shared.JarsAnswer)),
            RestRoute.Of("POST", "/jars/upload", NoBody, (call, _, _) => Task.FromResult(Upload(call))).WithFiles(jars.Incoming),
            RestRoute.WithoutBody("DELETE", "/jars/:jarid", (call, _) => Task.FromResult(Delete(call))),
            RestRoute.Of("POST", "/jars/:jarid/run", RunFormat, RunAsync),
            RestRoute.Of("POST", "/jars/:jarid/plan", PlanFormat, PlanAsync),
            RestRoute.Of("GET", "/jars/:jarid/plan", PlanFormat, PlanAsync).For(RouteAccess.Action),
        ];

    private JarsAnswer List() => new(
        url.Text,
        [.. jars.List().Select(jar => new JarFile(jar.Id, jar.Name, jar.Uploaded.ToUnixTimeMilliseconds(), Entries(jar)))]);

    private JarEntry[] Entries(StoredJar jar) =>
    [
        .. _entryPoints.GetOrAdd(jar.Id, static (_, jar) => ProgramFile.Open(jar.Path).EntryPoints() ?? [], jar)
            .Select(entryPoint => new JarEntry(entryPoint.TypeName, null)),
    ];

    private RestAnswer Upload(RestCall call)
    {
        if (call.Files is not [{ Path: { } path } file])
        {
            return RestAnswer.Handled(400, $"Exactly 1 file must be sent, received {call.Files.Count}.");
        }

        if (!JarStore.Accepts(file.Name))
        {
            return RestAnswer.Handled(400, "Only Jar files are allowed.");
        }

        var jar = jars.Add(path, file.Name);
        RestLog.Uploaded(log, jar.Id);
        return RestAnswer.Of(new JarUploadAnswer(jar.Path, "success"), RestJson.Shared.JarUploadAnswer);
    }

    private RestAnswer Delete(RestCall call) => jars.Remove(call.Jar)
        ? RestAnswer.Empty()
        : RestAnswer.Handled(400, $"File {call.Jar} does not exist in {jars.Directory}.");

    private async Task<RestAnswer> PlanAsync(RestCall call, JarRunRequestBody body, CancellationToken cancellation)
    {
        if (jars.Find(call.Jar) is not { } jar)
        {
            return UnknownJar(call.Jar);
        }

        if (!JarRunRequest.TryRead(call, body, jar, out var submission, out var refusal))
        {
            return refusal;
        }

        try
        {
            var job = await cluster.PlanAsync(submission, cancellation);
            return RestAnswer.Of(new PlanAnswer(JobDocuments.Plan(job)), RestJson.Shared.PlanAnswer);
        }
        catch (SavepointException fault)
        {
            return Refusal(fault);
        }
    }

    private async Task<RestAnswer> RunAsync(RestCall call, JarRunRequestBody body, CancellationToken cancellation)
    {
        if (jars.Find(call.Jar) is not { } jar)
        {
            return UnknownJar(call.Jar);
        }

        if (!JarRunRequest.TryRead(call, body, jar, out var submission, out var refusal))
        {
            return refusal;
        }

        try
        {
            var job = await cluster.SubmitAsync(submission, cancellation);
            RestLog.Submitted(log, job, jar.Id);
            return RestAnswer.Of(new JarRunAnswer(job.ToString()), RestJson.Shared.JarRunAnswer);
        }
        catch (SavepointException fault)
        {
            RestLog.SubmissionRefused(log, jar.Id, fault.Message);
            return Refusal(fault);
        }
    }

    /// <summary>
    /// Flink looks for the entry class before it starts the program and does not expect it to be missing: 500. Everything after that is
    /// a 400 with the causes, and a program without job has a message of its own.
    /// </summary>
    private static RestAnswer Refusal(SavepointException fault)
    {
        var cause = JavaThrowable.From(fault);
        return fault switch
        {
            EntryPointException => RestAnswer.Unexpected(JavaThrowable.Completion(cause)),
            NoJobException => RestAnswer.Handled(400, "No jobs included in application.", cause),
            _ => RestAnswer.Handled(400, CouldNotExecute, JavaThrowable.Completion(
                new JavaThrowable(JavaNames.FlinkRuntimeException, CouldNotExecute, cause))),
        };
    }

    private RestAnswer UnknownJar(string id) => RestAnswer.Unexpected(JavaThrowable.Completion(
        new JavaThrowable(JavaNames.RestHandlerException, $"Jar file {Path.Combine(jars.Directory, id)} does not exist")));
}
