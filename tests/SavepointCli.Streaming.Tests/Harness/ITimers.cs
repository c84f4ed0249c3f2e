using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming.Tests.Harness;

internal interface ITimers<TKey>
{
    Action<Watermark> Connect(ITriggerable<TKey, VoidNamespace> triggerable);
}
