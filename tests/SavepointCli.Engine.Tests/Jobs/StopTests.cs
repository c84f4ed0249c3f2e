using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Tests.Support;
using SavepointCli.Operations.State;
using SavepointCli.Storage;
using SavepointCli.Streaming;
using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Sources;

namespace SavepointCli.Engine.Tests.Jobs;

/// <summary>The two ways to stop: leaving everything as it is, and flushing it first.</summary>
public sealed class StopTests : IDisposable
{
    private const long FarFuture = 4_102_444_800_000;
    private const string EventTimers = "_timer_state/event_user-timers";
    private const string ProcessingTimers = "_timer_state/processing_user-timers";

    private readonly TestCluster _cluster = new();
    private readonly Counts _fired = new();

    [Fact]
    public async Task A_suspended_job_keeps_its_timers_and_fires_them_after_the_restore()
    {
        var job = await RunAsync();

        var savepoint = await _cluster.StopAsync(job);
        var restored = await _cluster.RestoreAsync(Program, savepoint, parallelism: 3);

        TimersIn(savepoint, EventTimers).Should().BePositive();
        TimersIn(savepoint, ProcessingTimers).Should().BePositive();
        _fired.Total.Should().Be(0);
        await _cluster.UntilRunningAsync(restored);
        var drained = await _cluster.StopAsync(restored, drain: true);
        _fired.Total.Should().BeGreaterThanOrEqualTo(TimersIn(savepoint, EventTimers));
        TimersIn(drained, EventTimers).Should().Be(0);
    }

    [Fact]
    public async Task A_drained_job_fires_timers_of_event_time_and_keeps_those_of_the_clock()
    {
        var job = await RunAsync();

        var savepoint = await _cluster.StopAsync(job, drain: true);

        _cluster.Cluster.Find(job)!.Overview.Status.Should().Be(JobStatus.Finished);
        TimersIn(savepoint, EventTimers).Should().Be(0);
        TimersIn(savepoint, ProcessingTimers).Should().Be((int)_fired.Total, "each key has one of both");
    }

    public void Dispose() => _cluster.Dispose();

    private static int TimersIn(string savepoint, string state) =>
        new StateReadHandler(new FileStorage()).Open(new StateReadRequest { Path = savepoint, Uids = ["timers"] })
            .Entries(CancellationToken.None).Count(entry => entry.State == state);

    private async Task<Format.Ids.JobId> RunAsync()
    {
        var job = await _cluster.RunAsync(Program, new JobSubmission("") { Parallelism = 2 });
        await _cluster.UntilRunningAsync(job);
        await TestCluster.UntilAsync(() => Volatile.Read(ref _seen) > 100);
        return job;
    }

    private long _seen;

    private void Program(StreamExecutionEnvironment environment) =>
        environment.FromSource(
                new DataGeneratorSource<long>(number => number, 1_000_000, 1_000), WatermarkStrategy.NoWatermarks<long>(), "numbers")
            .Uid("numbers")
            .KeyBy(number => number % 10).Process(new Timers(this)).Uid("timers")
            .AddSink(new CountingJob.Reporter(_fired)).Uid("report");

    private sealed class Timers(StopTests test) : KeyedProcessFunction<long, long, (long Key, long Count)>
    {
        public override void ProcessElement(long value, IContext context, ICollector<(long Key, long Count)> output)
        {
            context.TimerService.RegisterEventTimeTimer(FarFuture);
            context.TimerService.RegisterProcessingTimeTimer(FarFuture);
            Interlocked.Increment(ref test._seen);
        }

        public override void OnTimer(long timestamp, IOnTimerContext context, ICollector<(long Key, long Count)> output) =>
            output.Collect((context.CurrentKey, 1));
    }
}
