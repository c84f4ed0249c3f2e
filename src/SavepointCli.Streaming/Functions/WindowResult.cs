using SavepointCli.Streaming.Windows;

namespace SavepointCli.Streaming.Functions;

/// <summary>Emits what a window holds as it is.</summary>
internal sealed class WindowResult<T, TKey, TWindow> : ProcessWindowFunction<T, T, TKey, TWindow>
    where TWindow : struct, IWindow
{
    public override void Process(TKey key, IContext context, IEnumerable<T> elements, ICollector<T> output)
    {
        foreach (var element in elements)
            output.Collect(element);
    }
}
