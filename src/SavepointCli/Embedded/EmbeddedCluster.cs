using System.Diagnostics;
using SavepointCli.Cluster.Discovery;
using SavepointCli.Configuration;

namespace SavepointCli.Embedded;

/// <summary>The embedded cluster of this person on this machine: at most one, known by the record it left.</summary>
internal sealed class EmbeddedCluster(CommandContext context)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan PatienceAtTheEnd = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PatienceBeforeForce = TimeSpan.FromSeconds(10);

    private readonly string _recordPath = EmbeddedClusterRecord.PathFor(context.Variables);

    /// <summary>The record, if there is one and its process is alive.</summary>
    public EmbeddedClusterRecord? FindRunning() =>
        EmbeddedClusterRecord.Find(context.Variables) is { } record && IsAlive(record.Pid) ? record : null;

    public EmbeddedClusterRecord? FindRecord() => EmbeddedClusterRecord.Find(context.Variables);

    public void Remember(EmbeddedClusterRecord record) => record.Save(_recordPath);

    public void Forget()
    {
        if (File.Exists(_recordPath)) File.Delete(_recordPath);
    }

    /// <summary>Where data goes that nobody named a place for.</summary>
    public string DefaultDirectory => Path.Combine(Path.GetDirectoryName(_recordPath)!, "embedded");

    /// <summary>Asks a running cluster to shut down and waits until its process is gone.</summary>
    public async Task ShutDownAsync(EmbeddedClusterRecord record, CancellationToken cancellation)
    {
        using (var connection = ClusterConnection.To(record.Url, context))
        {
            await connection.Client.ShutDownAsync(cancellation).ConfigureAwait(false);
        }

        var asked = context.Time.GetTimestamp();
        while (IsAlive(record.Pid))
        {
            if (context.Time.GetElapsedTime(asked) > PatienceAtTheEnd)
                throw new SavepointException(
                    ExitCode.WaitTimedOut,
                    $"the embedded cluster (process {record.Pid}) was told to end and has not yet",
                    $"read {record.LogFile}; kill {record.Pid} ends it at once");
            await Task.Delay(Look, context.Time, cancellation).ConfigureAwait(false);
        }

        Forget();
    }

    /// <summary>Ends a cluster whatever it takes: asks first, and ends the process if that does not help.</summary>
    public async Task EndAsync(EmbeddedClusterRecord record)
    {
        using var patience = new CancellationTokenSource(PatienceBeforeForce, context.Time);
        try
        {
            await ShutDownAsync(record, patience.Token).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is SavepointException or OperationCanceledException)
        {
            context.Error.WriteLine($"note: the embedded cluster (process {record.Pid}) had to be ended: {fault.Message}");
            if (IsAlive(record.Pid)) Kill(record.Pid);
            Forget();
        }
    }

    private static void Kill(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            // It ended by itself in the meantime.
        }
    }

    private static bool IsAlive(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false; // how the framework says that there is no such process
        }
    }
}
