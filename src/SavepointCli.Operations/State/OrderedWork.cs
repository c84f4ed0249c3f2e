namespace SavepointCli.Operations.State;

/// <summary>
/// Works on the items of a sequence on all processors and hands the results over in the order of the sequence. A fixed number of items is
/// under way at a time, so memory is bounded whatever the length of the sequence. The calling thread enumerates the sequence and takes the
/// results; the rest does the work.
/// </summary>
internal static class OrderedWork
{
    private const int ItemsPerProcessor = 4;

    /// <param name="source">The items.</param>
    /// <param name="work">Done for each item, on any thread.</param>
    /// <param name="take">Takes the results, one after the other, on the calling thread.</param>
    /// <param name="processors">How many items to work on at once; with 1 everything is done on the calling thread.</param>
    /// <param name="cancellation">Ends the work between two items.</param>
    public static void Run<TItem, TResult>(
        IEnumerable<TItem> source, Func<TItem, TResult> work, Action<TResult> take, int processors, CancellationToken cancellation)
    {
        if (processors <= 1)
        {
            foreach (var item in source)
            {
                cancellation.ThrowIfCancellationRequested();
                take(work(item));
            }

            return;
        }

        var underWay = new Queue<Task<TResult>>();
        try
        {
            foreach (var item in source)
            {
                cancellation.ThrowIfCancellationRequested();
                underWay.Enqueue(Task.Run(() => work(item), CancellationToken.None));
                if (underWay.Count == processors * ItemsPerProcessor)
                {
                    take(underWay.Dequeue().GetAwaiter().GetResult());
                }
            }

            while (underWay.TryDequeue(out var next))
            {
                take(next.GetAwaiter().GetResult());
            }
        }
        finally
        {
            // Nothing goes on behind the back of a caller that gave up.
            foreach (var left in underWay)
            {
                left.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).Wait(CancellationToken.None);
            }
        }
    }
}
