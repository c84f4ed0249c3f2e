using System.Reflection;
using System.Runtime.CompilerServices;
using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Jobs;
using SavepointCli.Streaming.Graph;

namespace SavepointCli.Engine.Loading;

/// <summary>Loads programs from .NET assemblies and zips of them, each in a folder of its own below <paramref name="root"/>.</summary>
internal sealed class AssemblyJobLoader(string root) : IJobLoader
{
    private const string ProgramInvocationException = "org.apache.flink.client.program.ProgramInvocationException";
    private const string MainFailed = "The main method caused an error: ";

    /// <inheritdoc/>
    public async Task<ILoadedJob> LoadAsync(JobSubmission submission, CancellationToken cancellation)
    {
        var program = ProgramFile.Open(submission.AssemblyPath);
        var entryPoint = EntryPoint.Choose(program, submission.EntryClass);
        var folder = Path.Combine(root, $"savepointctl-job-{Guid.NewGuid()}");
        var job = new LoadedJob(folder);
        try
        {
            Unpack(program, folder);
            job.Graph = await CaptureAsync(job.Open(entryPoint), entryPoint, submission);
            cancellation.ThrowIfCancellationRequested();
            return job;
        }
        catch
        {
            job.Dispose();
            throw;
        }
    }

    private static void Unpack(ProgramFile program, string folder)
    {
        try
        {
            program.UnpackTo(folder);
        }
        catch (InvalidDataException fault)
        {
            throw new JobOperationException(
                ExitCode.Usage, ProgramInvocationException, $"'{program.Name}' cannot be unpacked: {fault.Message}", inner: fault);
        }
    }

    /// <summary>Runs the program in a thread of its own: it may block, and what it leaves in thread-bound state goes away.</summary>
    private static async Task<StreamGraph> CaptureAsync(Assembly assembly, EntryPoint entryPoint, JobSubmission submission)
    {
        using var capture = new GraphCapture(ParallelismOf(submission), submission.Configuration);
        try
        {
            var exitCode = await Task.Factory.StartNew(
                () => RunAsync(assembly, entryPoint.MethodToken, [.. submission.Arguments]),
                CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
            if (exitCode != 0)
            {
                throw new JobOperationException(
                    ExitCode.Failed,
                    ProgramInvocationException,
                    $"{MainFailed}{entryPoint.TypeName}.Main returned {exitCode}.");
            }
        }
        catch (Exception fault) when (fault is not JobOperationException)
        {
            var cause = fault is TargetInvocationException { InnerException: { } inner } ? inner : fault;
            throw new JobOperationException(
                ExitCode.Failed, ProgramInvocationException, $"{MainFailed}{cause.Message}", inner: cause);
        }

        return capture.Graph ?? throw new NoJobException(
            $"{entryPoint.TypeName}.Main ended without executing a job.", "Call Execute on the environment.");
    }

    /// <summary>Kept out of the caller's state, which must hold on to nothing of the assembly once the job is gone.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<int> RunAsync(Assembly assembly, int methodToken, string[] arguments)
    {
        var main = assembly.ManifestModule.ResolveMethod(methodToken)
            ?? throw new InvalidOperationException($"method {methodToken:x8} is gone from {assembly.GetName().Name}");
        var result = main.Invoke(null, main.GetParameters().Length == 0 ? null : [arguments]);
        switch (result)
        {
            case int exitCode:
                return exitCode;
            case Task<int> exitCode:
                return await exitCode;
            case Task end:
                await end;
                return 0;
            default:
                return 0;
        }
    }

    /// <summary>The submitter's choice, then its configuration. The cluster's default does not count here, as in Flink.</summary>
    private static int ParallelismOf(JobSubmission submission)
    {
        var parallelism = submission.Parallelism ?? new EngineConfiguration(submission.Configuration).Get(EngineOptions.DefaultParallelism);
        return parallelism >= 1
            ? parallelism
            : throw new JobOperationException(
                ExitCode.Usage,
                ProgramInvocationException,
                $"{MainFailed}Parallelism must be at least one, or ExecutionConfig.PARALLELISM_DEFAULT (use system default).");
    }
}
