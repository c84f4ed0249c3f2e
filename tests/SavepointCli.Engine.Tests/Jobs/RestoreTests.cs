using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Tests.Support;
using SavepointCli.Format.Ids;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Storage;
using SavepointCli.Streaming;
using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Sinks;
using SavepointCli.Streaming.Sources;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.Tests.Jobs;

/// <summary>What a savepoint may be restored as, from where, and into which graph.</summary>
public sealed class RestoreTests : IDisposable
{
    private const long Numbers = 2_000;

    private readonly TestCluster _cluster = new();
    private readonly Counts _counts = new();

    [Fact]
    public async Task A1_1_A_job_whose_chain_is_taken_apart_goes_on_from_its_savepoint()
    {
        var savepoint = await SavepointAsync(Chained(apart: false));

        var job = await _cluster.RestoreAsync(Chained(apart: true), savepoint);

        (await _cluster.EndOfAsync(job)).Should().Be(JobStatus.Finished);
        _counts.ByKey.Should().Equal(new CountingJob(_counts, Numbers).Expected);
    }

    [Fact]
    public async Task A3_12_A_savepoint_that_was_moved_restores_from_its_new_place()
    {
        var savepoint = TestCluster.LocalOf(await SavepointAsync(Chained(apart: false), ("state.storage.fs.memory-threshold", "0")));
        Directory.GetFiles(savepoint).Length.Should().BeGreaterThan(1, "there are files to move along");
        Directory.Move(savepoint, _cluster.Folder["moved"]);

        var job = await _cluster.RestoreAsync(Chained(apart: false), _cluster.Folder["moved"], parallelism: 2);

        (await _cluster.EndOfAsync(job)).Should().Be(JobStatus.Finished);
        _counts.ByKey.Should().Equal(new CountingJob(_counts, Numbers).Expected);
    }

    [Fact]
    public async Task A4_1_Directory_and_metadata_file_are_the_same_snapshot()
    {
        var savepoint = await SavepointAsync(Chained(apart: false));

        var fromDirectory = await _cluster.RestoreAsync(Chained(apart: false), savepoint);
        var fromFile = await _cluster.RestoreAsync(Chained(apart: false), savepoint + "/_metadata");

        _cluster.Cluster.Find(fromFile)!.Restored!.ExternalPath.Should().Be(_cluster.Cluster.Find(fromDirectory)!.Restored!.ExternalPath)
            .And.Be(savepoint);
    }

    [Fact]
    public async Task A4_2_A_metadata_file_of_another_name_restores()
    {
        var savepoint = TestCluster.LocalOf(await SavepointAsync(Chained(apart: false)));
        File.Copy(Path.Combine(savepoint, "_metadata"), Path.Combine(savepoint, "other"));

        var job = await _cluster.RestoreAsync(Chained(apart: false), Path.Combine(savepoint, "other"));

        (await _cluster.EndOfAsync(job)).Should().Be(JobStatus.Finished);
        _counts.ByKey.Should().Equal(new CountingJob(_counts, Numbers).Expected);
    }

    [Theory]
    [InlineData("RST-PATH", "missing")]
    [InlineData("RST-PATH", "s3://bucket/x")]
    [InlineData("RST-NOMETA", "empty")]
    [InlineData("RST-MAGIC", "magic")]
    [InlineData("RST-MAGIC", "cut")]
    [InlineData("RST-VERSION", "version")]
    [InlineData("RST-UNMAPPED", "unmapped")]
    [InlineData("RST-MAXPAR", "maxpar")]
    [InlineData("RST-PAR", "par")]
    public async Task A4_3_What_cannot_be_restored_is_refused_by_code_and_left_as_it_is(string code, string kind)
    {
        var savepoint = TestCluster.LocalOf(await SavepointAsync(Chained(apart: false)));
        var (path, program, parallelism) = Broken(kind, savepoint);
        var before = TestCluster.Contents(savepoint);
        foreach (var mode in Enum.GetValues<ClaimMode>())
        {
            var restore = () => _cluster.RunAsync(
                program, new JobSubmission("") { SavepointPath = path, ClaimMode = mode, Parallelism = parallelism });

            (await restore.Should().ThrowAsync<JobOperationException>()).Which.Message.Should().StartWith($"{code}: ", mode.ToString());
        }

        TestCluster.Contents(savepoint).Should().Equal(before);
    }

    [Fact]
    public async Task A4_16_A_new_operator_in_a_restored_chain_knows_that_it_was_restored()
    {
        var seen = new Seen();
        var savepoint = await SavepointAsync(environment => Source(environment).Map(new Remembering(new Seen())).Uid("old")
            .AddSink(new DiscardingSink<long>()).Uid("end"));

        var job = await _cluster.RestoreAsync(
            environment => Source(environment).Map(new Remembering(new Seen())).Uid("old").Map(new Remembering(seen)).Uid("new")
                .AddSink(new DiscardingSink<long>()).Uid("end"),
            savepoint);
        await _cluster.UntilRunningAsync(job);

        (seen.IsRestored, seen.Elements).Should().Be((true, 0));
    }

    [Fact]
    public async Task A8_6_Stateless_operators_come_and_go_where_the_others_have_uids()
    {
        var savepoint = await SavepointAsync(environment => Source(environment).Map(number => number).Name("gone")
            .KeyBy(number => number % 10).Process(new CountingJob.Counter()).Uid("counter").AddSink(new CountingJob.Reporter(_counts)));

        var job = await _cluster.RestoreAsync(
            environment => Source(environment).KeyBy(number => number % 10).Process(new CountingJob.Counter()).Uid("counter")
                .Map(count => count).Name("added").AddSink(new CountingJob.Reporter(_counts)),
            savepoint);

        (await _cluster.EndOfAsync(job)).Should().Be(JobStatus.Finished);
        _counts.ByKey.Should().Equal(new CountingJob(_counts, Numbers).Expected);
    }

    [Fact]
    public async Task A8_9_Deleting_one_savepoint_leaves_the_others_restorable()
    {
        var job = await RunAsync(Chained(apart: false));
        string[] savepoints = [await _cluster.SavepointAsync(job), await _cluster.SavepointAsync(job), await _cluster.SavepointAsync(job)];
        await _cluster.CancelAsync(job);
        Directory.Delete(TestCluster.LocalOf(savepoints[1]), recursive: true);

        foreach (var savepoint in (string[])[savepoints[0], savepoints[2]])
        {
            await _cluster.UntilRunningAsync(await _cluster.RestoreAsync(Chained(apart: false), savepoint));
        }
    }

    [Fact]
    public async Task RST_FINISHED_What_a_finished_operator_read_from_must_have_finished()
    {
        Action<StreamExecutionEnvironment> before = environment =>
        {
            Source(environment).AddSink(new DiscardingSink<long>()).Uid("endless");
            environment.FromSequence(1, 3).Uid("short").Map(number => number).Uid("map").DisableChaining().AddSink(new DiscardingSink<long>()).Uid("end");
        };
        var job = await _cluster.RunAsync(before);
        await TestCluster.UntilAsync(() => _cluster.Cluster.Find(job)!.Overview.Tasks.GetValueOrDefault(TaskState.Finished) == 3);
        var savepoint = await _cluster.StopAsync(job);

        // What has finished reads from a source that has not.
        var restore = () => _cluster.RunAsync(
            environment => Source(environment).Map(number => number).Uid("map").DisableChaining().AddSink(new DiscardingSink<long>()).Uid("end"),
            new JobSubmission("") { SavepointPath = savepoint, AllowNonRestoredState = true });

        (await restore.Should().ThrowAsync<JobOperationException>()).WithMessage("RST-FINISHED: *must have finished*");
    }

    public void Dispose() => _cluster.Dispose();

    private static DataStream<long> Source(StreamExecutionEnvironment environment) => environment.FromSource(
        new DataGeneratorSource<long>(number => number, Numbers, 1_000), WatermarkStrategy.NoWatermarks<long>(), "numbers").Uid("numbers");

    private Action<StreamExecutionEnvironment> Chained(bool apart) => environment =>
    {
        var mapped = Source(environment).Map(number => number).Uid("map");
        var counted = (apart ? mapped.DisableChaining() : mapped).KeyBy(number => number % 10).Process(new CountingJob.Counter()).Uid("counter");
        (apart ? counted.DisableChaining() : counted).AddSink(new CountingJob.Reporter(_counts)).Uid("report");
    };

    private (string Path, Action<StreamExecutionEnvironment> Program, int Parallelism) Broken(string kind, string savepoint)
    {
        var metadata = Path.Combine(savepoint, "_metadata");
        switch (kind)
        {
            case "missing":
                return (_cluster.Folder["nowhere"], Chained(false), 1);
            case "empty":
                Directory.CreateDirectory(_cluster.Folder["empty"]);
                return (_cluster.Folder["empty"], Chained(false), 1);
            case "magic":
                Overwrite(metadata, 0, 0x7F);
                return (savepoint, Chained(false), 1);
            case "version":
                Overwrite(metadata, 7, 99);
                return (savepoint, Chained(false), 1);
            case "cut":
                File.WriteAllBytes(metadata, File.ReadAllBytes(metadata)[..^20]);
                return (savepoint, Chained(false), 1);
            case "unmapped":
                return (savepoint, environment => environment.FromSequence(0, 9).Uid("x").AddSink(new DiscardingSink<long>()), 1);
            case "maxpar":
                return (savepoint, environment =>
                {
                    environment.SetMaxParallelism(64);
                    Chained(false)(environment);
                }, 1);
            case "par":
                return (savepoint, Chained(false), 129);
            default:
                return (kind, Chained(false), 1);
        }
    }

    private static void Overwrite(string path, int offset, byte value)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[offset] = value;
        File.WriteAllBytes(path, bytes);
    }

    private async Task<JobId> RunAsync(Action<StreamExecutionEnvironment> program, params (string Key, string Value)[] settings)
    {
        var job = await _cluster.RunAsync(program, new JobSubmission("") { Configuration = settings.ToDictionary() });
        await _cluster.UntilRunningAsync(job);
        return job;
    }

    private async Task<string> SavepointAsync(Action<StreamExecutionEnvironment> program, params (string Key, string Value)[] settings)
    {
        var savepoint = await _cluster.StopAsync(await RunAsync(program, settings));
        Snapshot.Open(savepoint, new FileStorage()).Metadata.Operators.Should().Contain(state => state.Subtasks.Length > 0);
        return savepoint;
    }

    private sealed class Seen
    {
        public volatile bool IsRestored;
        public volatile int Elements = -1;
    }

    private sealed class Remembering(Seen seen) : MapFunction<long, long>, ICheckpointedFunction
    {
        private ListState<long>? _state;

        public override long Map(long value) => value;

        public void InitializeState(IStateInitializationContext context)
        {
            _state = context.OperatorStateStore.GetListState(new ListStateDescriptor<long>("remembered"));
            seen.Elements = _state.Get().Count();
            seen.IsRestored = context.IsRestored;
        }

        public void SnapshotState(IStateSnapshotContext context) => _state!.Update([context.CheckpointId]);
    }
}
