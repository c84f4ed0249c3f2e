using System.Threading.Channels;

namespace SavepointCli.Engine.Jobs;

/// <summary>
/// Runs everything that changes a job's coordination state one after the other, in the order in which it was posted. So that state
/// needs no locks. What may block (storage) runs elsewhere and posts its outcome back.
/// </summary>
internal sealed class JobThread
{
    private readonly Channel<Action> _actions =
        Channel.CreateUnbounded<Action>(new UnboundedChannelOptions { SingleReader = true, AllowSynchronousContinuations = false });

    private readonly Action<Exception> _onFault;
    private readonly Action _afterEach;

    /// <summary>Starts to run what is posted.</summary>
    /// <param name="onFault">Gets what an action threw; called in its place in the order.</param>
    /// <param name="afterEach">Called behind every action.</param>
    public JobThread(Action<Exception> onFault, Action afterEach)
    {
        _onFault = onFault;
        _afterEach = afterEach;
        Completion = Task.Run(RunAsync);
    }

    /// <summary>Completes when <see cref="Complete"/> was called and all actions before it have run.</summary>
    public Task Completion { get; }

    /// <summary>Queues an action; dropped if the job's coordination has ended.</summary>
    public void Post(Action action) => _actions.Writer.TryWrite(action);

    /// <summary>Completes when all work that was offloaded so far is done.</summary>
    public Task OffloadedWork { get; private set; } = Task.CompletedTask;

    /// <summary>Runs blocking work on the pool and its outcome here. To be called here.</summary>
    public void Offload<T>(Func<T> work, Action<T> onDone, Action<Exception> onFault)
    {
        var running = Task.Run(() =>
        {
            try
            {
                var result = work();
                Post(() => onDone(result));
            }
            catch (Exception fault)
            {
                Post(() => onFault(fault));
            }
        });
        OffloadedWork = OffloadedWork.IsCompleted ? running : Task.WhenAll(OffloadedWork, running);
    }

    /// <summary>Runs a function here; faults with what it throws.</summary>
    public Task<T> Ask<T>(Func<T> question)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var accepted = _actions.Writer.TryWrite(() =>
        {
            try
            {
                answer.SetResult(question());
            }
            catch (Exception fault)
            {
                answer.SetException(fault);
            }
        });
        return accepted ? answer.Task : Task.FromException<T>(new JobEndedException());
    }

    /// <summary>Takes no more actions.</summary>
    public void Complete() => _actions.Writer.TryComplete();

    private async Task RunAsync()
    {
        await foreach (var action in _actions.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            try
            {
                action();
            }
            catch (Exception fault)
            {
                _onFault(fault);
            }

            _afterEach();
        }
    }
}
