using SavepointCli.Format;
using SavepointCli.Format.Handles;
using SavepointCli.Operations.RocksDb;

namespace SavepointCli.Operations.Verify;

/// <summary>
/// Checks the RocksDB files of one handle: RocksDB opens them and walks over all entries, by which it checks its own checksums, and every
/// entry must parse.
/// </summary>
internal sealed class RocksDbCheck(CheckOrigin origin, IncrementalKeyedStateHandle handle)
{
    private readonly string _path = origin.Snapshot.Pointer.MetadataPath;

    public void Run(CancellationToken cancellation)
    {
        try
        {
            using var database = RocksDbKeyedState.Open(origin.Snapshot, handle, origin.State.MaxParallelism);
            Read(database, cancellation);
        }
        catch (SavepointFormatException fault) when (fault.ExitCode == ExitCode.Damaged)
        {
            origin.Add(VerifyCode.Header, fault.Path, fault.Offset, fault.What);
        }
        catch (SavepointException fault) when (fault.ExitCode == ExitCode.Damaged)
        {
            origin.Add(VerifyCode.RocksDb, _path, offset: null, fault.Message);
        }
        catch (SavepointException fault) when (fault.ExitCode == ExitCode.Unsupported)
        {
            origin.AddUnknown(_path, fault.Message);
        }
    }

    private void Read(RocksDbKeyedState database, CancellationToken cancellation)
    {
        using var reader = database.Read();
        var states = database.Header.States.Select(state => new StateCheck(origin, new StreamPlace(_path, 0), database.Header, state)).ToArray();
        var (entries, bytes) = (0L, 0L);
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            states[reader.StateIndex].CheckComposite(reader, keyStart: null, valueStart: null);
            entries++;
            bytes += reader.Key.Length + reader.Value.Length;
        }

        origin.Counter.Add(entries, bytes);
    }
}
