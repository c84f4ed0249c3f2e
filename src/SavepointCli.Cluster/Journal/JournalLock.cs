namespace SavepointCli.Cluster.Journal;

/// <summary>
/// Keeps two processes from changing a journal at once. The operating system gives the lock back when a process dies, so there is
/// never a stale one to break.
/// </summary>
internal static class JournalLock
{
    private const string FileName = ".lock";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    public static async Task<IDisposable> TakeAsync(string directory, TimeProvider time, CancellationToken cancellation)
    {
        var path = Path.Combine(directory, FileName);
        var started = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (exception is not (DirectoryNotFoundException or PathTooLongException))
            {
                // What is held looks like any other failure to open, so patience decides which of the two it is.
                if (time.GetElapsedTime(started) > Patience)
                {
                    throw new SavepointException(
                        ExitCode.Locked, $"the journal {directory} is in use: {exception.Message}", "try again in a moment", exception);
                }
            }

            await Task.Delay(Pause, time, cancellation).ConfigureAwait(false);
        }
    }
}
