using System.Runtime.CompilerServices;
using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Loading;
using SavepointCli.Testing;

namespace SavepointCli.Engine.Tests.Loading;

/// <summary>From an uploaded assembly to the graph that its program describes.</summary>
public sealed class JobLoadingTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly AssemblyJobLoader _loader;

    public JobLoadingTests() => _loader = new AssemblyJobLoader(_folder.Path);

    [Fact]
    public async Task A_program_is_run_with_its_arguments_and_its_graph_captured()
    {
        using var job = await _loader.LoadAsync(Submission("WellBehaved") with { Arguments = ["my", "job"], Parallelism = 3 }, CancellationToken.None);

        job.Graph.Name.Should().Be("my job");
        job.Graph.Nodes.Should().HaveCount(3);
    }

    [Fact]
    public async Task An_asynchronous_program_without_parameters_is_run_too()
    {
        using var job = await _loader.LoadAsync(Submission("Asynchronous"), CancellationToken.None);

        job.Graph.Name.Should().Be("asynchronous");
    }

    [Fact]
    public async Task Programs_that_are_loaded_at_once_do_not_see_each_other()
    {
        var jobs = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            _loader.LoadAsync(Submission("WellBehaved") with { Arguments = [$"job {i}"] }, CancellationToken.None)));

        jobs.Select(job => job.Graph.Name).Should().Equal(Enumerable.Range(0, 8).Select(i => $"job {i}"));
        foreach (var job in jobs)
        {
            job.Dispose();
        }
    }

    [Theory]
    [InlineData("ExecutesTwice", "The main method caused an error: The program called Execute more than once: for 'first' and for 'second'.")]
    [InlineData("ExecutesNothing", "SavepointCli.TestPrograms.ExecutesNothing.Main ended without executing a job.")]
    [InlineData("Throws", "The main method caused an error: thrown from main")]
    [InlineData("ReturnsThree", "The main method caused an error: SavepointCli.TestPrograms.ReturnsThree.Main returned 3.")]
    public async Task A_program_that_submits_no_job_fails_with_the_reason(string program, string message)
    {
        var load = () => _loader.LoadAsync(Submission(program), CancellationToken.None);

        (await load.Should().ThrowAsync<JobOperationException>()).WithMessage(message);
        Directory.EnumerateFileSystemEntries(_folder.Path).Should().BeEmpty("nothing of a refused program is left");
    }

    [Fact]
    public async Task A_parallelism_of_zero_is_refused()
    {
        var load = () => _loader.LoadAsync(Submission("WellBehaved") with { Parallelism = 0 }, CancellationToken.None);

        await load.Should().ThrowAsync<JobOperationException>().WithMessage("*Parallelism must be at least one*");
    }

    [Fact]
    public async Task A_disposed_job_is_unloaded_over_and_over()
    {
        var contexts = new List<WeakReference>();
        for (var i = 0; i < 20; i++)
        {
            contexts.Add(await LoadAndDisposeAsync());
        }

        for (var attempt = 0; attempt < 20 && contexts.Any(context => context.IsAlive); attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Yield();
        }

        contexts.Count(context => context.IsAlive).Should().Be(0);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<WeakReference> LoadAndDisposeAsync()
    {
        using var job = await _loader.LoadAsync(Submission("WellBehaved"), CancellationToken.None);
        return new WeakReference(((LoadedJob)job).Context);
    }

    public void Dispose() => _folder.Dispose();

    private static JobSubmission Submission(string program) => new(TestPrograms.Path) { EntryClass = TestPrograms.Class(program) };
}
