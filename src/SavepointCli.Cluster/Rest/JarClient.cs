using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using SavepointCli.Cluster.Jobs;
using SavepointCli.Cluster.Rest.Messages;
using SavepointCli.Format.Ids;

namespace SavepointCli.Cluster.Rest;

/// <summary>Programs on a cluster: upload, run, remove.</summary>
public sealed class JarClient
{
    /// <summary>An upload, and the start of a job that restores big state, take their time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly RestTransport _transport;

    internal JarClient(RestTransport transport) => _transport = transport;

    /// <summary>Uploads a program; the result is the id under which the cluster keeps it.</summary>
    /// <param name="path">The file on this machine.</param>
    /// <param name="name">The name under which it is sent; Flink takes only names that end in <c>.jar</c>.</param>
    /// <param name="cancellation">Ends the upload.</param>
    public async Task<string> UploadAsync(string path, string name, CancellationToken cancellation)
    {
        var request = new RestRequest(HttpMethod.Post, "jars/upload", () => Multipart(path, name))
        {
            Timeout = Patience,
            Failure = $"Could not upload '{path}'",
        };
        var answer = await _transport.SendAsync(request, FlinkJson.Default.JarUploadAnswer, cancellation).ConfigureAwait(false);
        return answer.FileName[(answer.FileName.LastIndexOfAny(['/', '\\']) + 1)..];
    }

    /// <summary>Runs an uploaded program; the result is the id of the job that it submitted.</summary>
    /// <param name="jar">The id under which the cluster keeps it.</param>
    /// <param name="program">The program as the person calls it, for messages.</param>
    /// <param name="launch">How to run it.</param>
    /// <param name="cancellation">Ends the waiting for the answer.</param>
    public async Task<JobId> RunAsync(string jar, string program, JobLaunch launch, CancellationToken cancellation)
    {
        var path = $"jars/{Uri.EscapeDataString(jar)}/run";
        var request = RestRequest.WithJson(HttpMethod.Post, path, Body(launch), JarRunJson.Default.JarRunBody) with
        {
            Timeout = Patience,
            Failure = $"Could not run '{program}'",
            Repeatable = false, // a second job would run beside the first
        };
        return (await _transport.SendAsync(request, FlinkJson.Default.JarRunAnswer, cancellation).ConfigureAwait(false)).JobId;
    }

    /// <summary>The plan of the job that an uploaded program would submit, as the cluster describes it.</summary>
    /// <param name="jar">The id under which the cluster keeps it.</param>
    /// <param name="program">The program as the person calls it, for messages.</param>
    /// <param name="launch">Entry class, parallelism and arguments; the rest does not matter for a plan.</param>
    /// <param name="cancellation">Ends the waiting for the answer.</param>
    public async Task<JsonElement> PlanAsync(string jar, string program, JobLaunch launch, CancellationToken cancellation)
    {
        var path = $"jars/{Uri.EscapeDataString(jar)}/plan";
        var request = RestRequest.WithJson(HttpMethod.Post, path, Body(launch), JarRunJson.Default.JarRunBody) with
        {
            Timeout = Patience,
            Failure = $"Could not make a plan of '{program}'",
        };
        return (await _transport.SendAsync(request, FlinkJson.Default.JarPlanAnswer, cancellation).ConfigureAwait(false)).Plan;
    }

    /// <summary>Removes an uploaded program; jobs that came from it run on.</summary>
    public Task DeleteAsync(string jar, CancellationToken cancellation) =>
        _transport.SendAsync(RestRequest.Delete($"jars/{Uri.EscapeDataString(jar)}"), FlinkJson.Default.EmptyBody, cancellation);

    private static JarRunBody Body(JobLaunch launch) => new()
    {
        EntryClass = launch.EntryClass,
        ProgramArguments = launch.Arguments.Count == 0 ? null : launch.Arguments,
        Parallelism = launch.Parallelism,
        SavepointPath = launch.Restore?.Path,
        AllowNonRestoredState = launch.Restore?.AllowNonRestoredState,
        RestoreMode = launch.Restore?.Mode,
        Configuration = launch.Configuration.Count == 0 ? null : launch.Configuration,
    };

    private static MultipartFormDataContent Multipart(string path, string name)
    {
        var file = new StreamContent(File.OpenRead(path));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/x-java-archive");

        // Flink's server reads neither a quoted boundary nor the extended form of a file name.
        var boundary = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        var content = new MultipartFormDataContent(boundary);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={boundary}");
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"jarfile\"", FileName = $"\"{name}\"" };
        content.Add(file);
        return content;
    }
}
