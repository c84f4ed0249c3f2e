using System.Collections.Immutable;
using System.Globalization;
using SavepointCli.Format;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.KeyedState;

namespace SavepointCli.Operations.Verify;

/// <summary>
/// Checks some key groups of one stream of keyed state. A key group whose entries can't be told apart is one finding; the next one
/// is read all the same, because the snapshot says where it begins.
/// </summary>
internal sealed class KeyGroupsCheck(CheckOrigin origin, KeyGroupsHandle handle, StreamHandle streamHandle)
{
    private const int LengthFields = 2 * sizeof(int);
    private const int EndMark = sizeof(ushort);
    private const long EmptyKeyGroup = 0;

    private readonly StreamPlace _place = StreamPlace.Of(streamHandle, origin.Snapshot);
    private readonly ImmutableArray<long> _starts = [.. handle.Offsets.Where(offset => offset != EmptyKeyGroup).Order()];

    public void Run(KeyGroupRange range, CancellationToken cancellation)
    {
        var next = range.Start;
        while (next <= range.End)
        {
            using var stream = origin.Snapshot.Streams.Open(streamHandle);
            if (OpenReader(stream, range with { Start = next }) is not { } reader)
            {
                return;
            }

            next = TryRead(reader, stream.Length, cancellation) ? range.End + 1 : Math.Max(reader.KeyGroup, next) + 1;
        }
    }

    private IKeyGroupReader? OpenReader(Stream stream, KeyGroupRange range)
    {
        try
        {
            var kryo = origin.Snapshot.Metadata.Kryo;
            IKeyGroupReader reader = KeyedStreamForms.Detect(stream, handle, _place.Path) == KeyedStreamForm.Canonical
                ? new CanonicalKeyGroupReader(stream, handle, _place.Path, range, checksums: true)
                : new HeapKeyGroupReader(stream, handle, _place.Path, kryo, range, origin.State.MaxParallelism, checksums: true);
            foreach (var className in UnknownSerializers.Of(reader.Header))
            {
                origin.AddUnknown(_place.Path, $"serializer snapshot {className} is not known");
            }

            return reader;
        }
        catch (SavepointFormatException fault) when (fault.ExitCode == ExitCode.Damaged)
        {
            origin.AddHeader(_place.Path, _place.Start + fault.Offset, fault.What);
        }
        catch (SavepointException fault) when (fault.ExitCode == ExitCode.Unsupported)
        {
            origin.AddUnknown(_place.Path, WhatOf(fault));
        }

        return null;
    }

    /// <summary>False where a key group could not be read to its end.</summary>
    private bool TryRead(IKeyGroupReader reader, long streamLength, CancellationToken cancellation)
    {
        try
        {
            Read(reader, streamLength, cancellation);
            return true;
        }
        catch (SavepointFormatException fault) when (fault.ExitCode == ExitCode.Damaged)
        {
            Add(fault, reader.KeyGroup);
        }
        catch (SavepointException fault) when (fault.ExitCode == ExitCode.Unsupported)
        {
            origin.AddNote(_place.Path, WhatOf(fault));
        }

        return false;
    }

    /// <summary>Compressed bytes have no place of their own; their key group has.</summary>
    private void Add(SavepointFormatException fault, int keyGroup)
    {
        var (offset, what) = fault.Path == _place.Path
            ? (fault.Offset, fault.What)
            : (handle.OffsetOf(keyGroup), string.Create(CultureInfo.InvariantCulture, $"{fault.What} (byte {fault.Offset} of key group {keyGroup}, uncompressed)"));
        origin.Add(VerifyCode.KeyGroup, _place.Path, _place.Start + offset, what);
    }

    private void Read(IKeyGroupReader reader, long streamLength, CancellationToken cancellation)
    {
        var states = reader.Header.States.Select(state => new StateCheck(origin, _place, reader.Header, state)).ToArray();
        var hasPlaces = !reader.Header.IsCompressed;
        var (entries, bytes) = (0L, 0L);
        var (keyGroup, end) = (-1, 0L);
        while (reader.Read())
        {
            if (reader.KeyGroup != keyGroup)
            {
                cancellation.ThrowIfCancellationRequested();
                CheckEnd(keyGroup, end, streamLength);
                keyGroup = reader.KeyGroup;
            }

            var keyLength = reader.Key.Length;
            var valueLength = reader.Value.Length;
            if (reader.HasCompositeKeys)
            {
                var key = _place.Start + reader.Offset + sizeof(int);
                states[reader.StateIndex].CheckComposite(reader, hasPlaces ? key : null, hasPlaces ? key + keyLength + sizeof(int) : null);
                end = hasPlaces ? reader.Offset + LengthFields + keyLength + valueLength + EndMark : 0;
            }
            else
            {
                states[reader.StateIndex].CheckTable(reader, hasPlaces ? _place.Start + reader.Offset + reader.Namespace.Length : null);
            }

            entries++;
            bytes += keyLength + reader.Namespace.Length + valueLength;
        }

        CheckEnd(keyGroup, end, streamLength);
        origin.Counter.Add(entries, bytes);
    }

    /// <summary>Nothing may stand between the end mark of a canonical key group and the next key group. Compressed ones have no places.</summary>
    private void CheckEnd(int keyGroup, long end, long streamLength)
    {
        if (keyGroup < 0 || end == 0)
        {
            return;
        }

        var size = streamHandle.Size >= 0 ? Math.Min(streamHandle.Size, streamLength) : streamLength;
        var next = _starts.BinarySearch(handle.OffsetOf(keyGroup)) + 1;
        var bound = next < _starts.Length ? _starts[next] : size;
        if (end < bound)
        {
            origin.Add(VerifyCode.KeyGroup, _place.Path, _place.Start + end, $"{bound - end} bytes stand behind the end of key group {keyGroup}");
        }
    }

    private static string WhatOf(SavepointException fault) => fault switch
    {
        SavepointFormatException format => format.What,
        Format.Serializers.OpaqueValueException opaque =>
            $"values of {opaque.ClassName} stand where only that class can tell where they end, so what follows in their key group is not checked",
        _ => fault.Message,
    };
}
