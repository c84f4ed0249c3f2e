using SavepointCli.Format;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.OperatorStates;
using SavepointCli.Format.Serializers;
using SavepointCli.Operations.State;

namespace SavepointCli.Operations.Verify;

/// <summary>Checks the elements of managed operator state: each must parse within the bytes up to where the next one begins.</summary>
internal sealed class OperatorStateCheck(CheckOrigin origin, OperatorStateHandle handle, StreamHandle streamHandle)
{
    private const int SmallestMapEntry = 2;

    private readonly StreamPlace _place = StreamPlace.Of(streamHandle, origin.Snapshot);

    public void Run()
    {
        using var stream = origin.Snapshot.Streams.Open(streamHandle);
        try
        {
            var reader = new OperatorStateReader(stream, handle, _place.Path, checksums: true);
            foreach (var state in handle.States)
            {
                Check(reader, state, reader.MetaOf(state));
            }
        }
        catch (SavepointFormatException fault) when (fault.ExitCode == ExitCode.Damaged)
        {
            origin.Add(VerifyCode.Header, _place.Path, _place.Start + fault.Offset, fault.What);
        }
        catch (SavepointFormatException fault) when (fault.ExitCode == ExitCode.Unsupported)
        {
            origin.AddUnknown(_place.Path, fault.What);
        }
    }

    private void Check(OperatorStateReader reader, OperatorStateOffsets state, StateMeta meta)
    {
        var kryo = origin.Snapshot.Metadata.Kryo;
        var value = StateSerializers.Restore(meta.ValueSerializer, kryo);
        var key = meta.Kind == BackendStateType.Broadcast ? StateSerializers.Restore(meta.KeySerializer, kryo) : null;
        foreach (var offset in state.Offsets)
        {
            try
            {
                var bytes = reader.ReadAt(offset);
                var element = new JavaDataReader(bytes, new DataOrigin(_place.Path, reader.Header.IsCompressed ? offset : 0));
                Skip(ref element, key, value);
                origin.Counter.Add(1, element.Position);
            }
            catch (OpaqueValueException opaque)
            {
                origin.AddNote(_place.Path, $"elements hold {opaque.ClassName}, which only that class can decode", state.Name);
                return;
            }
            catch (SavepointFormatException fault)
            {
                var at = reader.Header.IsCompressed ? offset : offset + fault.Offset;
                origin.Add(VerifyCode.OperatorState, _place.Path, _place.Start + at, fault.What, state.Name);
            }
        }
    }

    private static void Skip(ref JavaDataReader bytes, TypeSerializer? key, TypeSerializer value)
    {
        if (key is null)
        {
            value.Skip(ref bytes);
            return;
        }

        var count = bytes.ReadCount("entries of a broadcast state", SmallestMapEntry);
        for (var i = 0; i < count; i++)
        {
            key.Skip(ref bytes);
            value.Skip(ref bytes);
        }
    }
}
