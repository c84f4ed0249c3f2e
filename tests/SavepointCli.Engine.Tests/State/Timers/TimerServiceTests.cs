using SavepointCli.Engine.Jobs;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.Tests.State.Timers;

public sealed class TimerServiceTests : IDisposable
{
    private readonly BackendFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_watermark_fires_what_it_reaches_in_order_and_what_is_registered_meanwhile()
    {
        using var backend = _folder.OpenKeyed<string>();
        var fired = new FiredTimers<string>(backend);
        Register(fired, backend, "a", 30, 10, 10);
        Register(fired, backend, "b", 20, 31);
        fired.Then = timestamp =>
        {
            if (timestamp == 10)
            {
                fired.Timers.RegisterEventTimeTimer(default, 25);
            }
        };

        backend.AdvanceWatermark(30);

        fired.EventTime.Should().Equal((10, "a"), (20, "b"), (25, "a"), (30, "a"));
        fired.Timers.CurrentWatermark.Should().Be(30);
        backend.AdvanceWatermark(long.MaxValue);
        fired.EventTime.Should().HaveCount(5).And.EndWith((31, "b"));
    }

    [Fact]
    public void A_deleted_timer_does_not_fire()
    {
        using var backend = _folder.OpenKeyed<string>();
        var fired = new FiredTimers<string>(backend);
        Register(fired, backend, "a", 10, 20);
        fired.Timers.DeleteEventTimeTimer(default, 10);
        fired.Timers.RegisterProcessingTimeTimer(default, 5);
        fired.Timers.DeleteProcessingTimeTimer(default, 5);

        backend.AdvanceWatermark(100);
        fired.Clock.AdvanceTo(100);

        fired.EventTime.Should().Equal((20, "a"));
        fired.ProcessingTime.Should().BeEmpty();
    }

    [Theory]
    [InlineData(SavepointFormat.Canonical)]
    [InlineData(SavepointFormat.Native)]
    public void Pending_timers_of_a_snapshot_fire_once_after_a_change_of_parallelism(SavepointFormat format)
    {
        using var backend = _folder.OpenKeyed<long>();
        var fired = new FiredTimers<long>(backend);
        for (var key = 0L; key < 50; key++)
        {
            backend.CurrentKey = key;
            fired.Timers.RegisterEventTimeTimer(default, 1000 + key);
            fired.Timers.RegisterProcessingTimeTimer(default, -key);
        }

        backend.AdvanceWatermark(1009);
        var snapshot = _folder.Snapshot(backend, format);

        var event3 = new List<(long, long)>();
        var processing3 = new List<(long, long)>();
        for (var subtask = 0; subtask < 3; subtask++)
        {
            using var share = _folder.OpenShare<long>(subtask, 3, [snapshot]);
            var restored = new FiredTimers<long>(share);
            restored.Clock.AdvanceTo(0);
            share.AdvanceWatermark(long.MaxValue);
            event3.AddRange(restored.EventTime);
            processing3.AddRange(restored.ProcessingTime);
        }

        event3.Should().BeEquivalentTo(Enumerable.Range(10, 40).Select(key => (1000L + key, (long)key)));
        processing3.Should().BeEquivalentTo(Enumerable.Range(0, 50).Select(key => (-(long)key, (long)key)));
    }

    [Fact]
    public void Timers_of_another_namespace_type_are_refused()
    {
        using var backend = _folder.OpenKeyed<long>();
        _ = new FiredTimers<long>(backend);
        var snapshot = _folder.Snapshot(backend);
        using var restored = _folder.OpenKeyed<long>(snapshot);

        var asking = () => restored.GetTimerService(FiredTimers<long>.Service, TypeInformation.Of<string>(), new ManualClock(), null!);

        asking.Should().Throw<JobOperationException>().Where(fault => fault.ExitCode == ExitCode.Incompatible)
            .WithMessage("RST-TIMER*user-timers*VoidNamespace*String*");
    }

    private static void Register(
        FiredTimers<string> fired, Engine.State.KeyedStateBackend<string> backend, string key, params ReadOnlySpan<long> timestamps)
    {
        backend.CurrentKey = key;
        foreach (var timestamp in timestamps)
        {
            fired.Timers.RegisterEventTimeTimer(default, timestamp);
        }
    }
}
