using SavepointCli.Format;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Operations.Verify;

/// <summary>Checks raw keyed state as far as anybody but the operator can: timers must parse.</summary>
internal sealed class RawKeyedStateCheck(CheckOrigin origin, KeyGroupsHandle handle, StreamHandle streamHandle)
{
    private readonly StreamPlace _place = StreamPlace.Of(streamHandle, origin.Snapshot);

    public void Run(CancellationToken cancellation)
    {
        using var stream = origin.Snapshot.Streams.Open(streamHandle);
        var reader = new RawKeyGroupReader(stream, handle, _place.Path);
        for (var keyGroup = handle.KeyGroups.Start; keyGroup <= handle.KeyGroups.End; keyGroup++)
        {
            cancellation.ThrowIfCancellationRequested();
            Check(reader, keyGroup);
        }
    }

    private void Check(RawKeyGroupReader reader, int keyGroup)
    {
        try
        {
            if (!reader.TryRead(keyGroup, out var bytes) || bytes.IsEmpty)
            {
                return;
            }

            if (!RawTimers.IsTimers(bytes))
            {
                origin.AddNote(_place.Path, "raw keyed state is not that of timers; only its operator can decode it");
                return;
            }

            var place = new DataOrigin(_place.Path, _place.Start + handle.OffsetOf(keyGroup));
            var services = RawTimers.Read(bytes, origin.Snapshot.Metadata.Kryo, place);
            origin.Counter.Add(services.Sum(service => (long)service.EventTime.Length + service.ProcessingTime.Length), bytes.Length);
        }
        catch (OpaqueValueException opaque)
        {
            origin.AddNote(_place.Path, $"timers hold {opaque.ClassName}, which only that class can decode");
        }
        catch (SavepointFormatException fault) when (fault.ExitCode == ExitCode.Damaged)
        {
            origin.Add(VerifyCode.RawState, _place.Path, fault.Offset, $"key group {keyGroup}: {fault.What}");
        }
        catch (SavepointException fault) when (fault.ExitCode == ExitCode.Unsupported)
        {
            origin.AddNote(_place.Path, fault.Message);
        }
    }
}
