using SavepointCli.Engine.Tasks;

namespace SavepointCli.Engine.Tests.Tasks;

public sealed class MailboxTests
{
    private readonly Mailbox _mailbox = new();
    private readonly List<string> _ran = [];

    [Fact]
    public void Urgent_mails_come_first_and_equal_ones_keep_their_order()
    {
        Post(MailPriority.Normal, "timer");
        Post(MailPriority.Control, "trigger");
        Post(MailPriority.Control, "splits");
        Post(MailPriority.Urgent, "cancel");

        _mailbox.RunBatch();

        _ran.Should().Equal("cancel", "trigger", "splits", "timer");
    }

    [Fact]
    public void A_mail_that_a_mail_posts_waits_for_the_next_batch()
    {
        _mailbox.Post(MailPriority.Normal, () => Post(MailPriority.Urgent, "second"));

        _mailbox.RunBatch();
        _ran.Should().BeEmpty();
        _mailbox.HasMail.Should().BeTrue();
        _mailbox.RunBatch();

        _ran.Should().Equal("second");
    }

    [Fact]
    public async Task Whoever_waits_is_woken_by_a_signal_and_never_misses_one()
    {
        const int Rounds = 2_000;
        var produced = 0;
        var consumed = 0;
        var consumer = Task.Factory.StartNew(
            () =>
            {
                while (consumed < Rounds)
                {
                    _mailbox.Wait(() => Volatile.Read(ref produced) > consumed);
                    consumed = Volatile.Read(ref produced);
                }
            },
            TaskCreationOptions.LongRunning);
        for (var round = 0; round < Rounds; round++)
        {
            Interlocked.Increment(ref produced);
            _mailbox.SignalIfIdle();
        }

        await consumer.WaitAsync(TimeSpan.FromSeconds(30));
        consumed.Should().Be(Rounds);
    }

    private void Post(MailPriority priority, string name) => _mailbox.Post(priority, () => _ran.Add(name));
}
