using SavepointCli.Streaming.Functions;

namespace SavepointCli.Engine.Tests.Support;

/// <summary>Holds elements back until the test lets them pass.</summary>
internal sealed class Gate : IDisposable
{
    private readonly ManualResetEventSlim _open = new();
    private int _waiting;

    public int Waiting => Volatile.Read(ref _waiting);

    public void Open() => _open.Set();

    public void Close() => _open.Reset();

    public void Dispose() => _open.Dispose();

    private void Pass(CancellationToken cancellation)
    {
        Interlocked.Increment(ref _waiting);
        _open.Wait(cancellation);
        Interlocked.Decrement(ref _waiting);
    }

    internal sealed class Passing<T>(Gate gate) : MapFunction<T, T>
    {
        public override T Map(T value)
        {
            gate.Pass(RuntimeContext.Cancellation);
            return value;
        }
    }
}
