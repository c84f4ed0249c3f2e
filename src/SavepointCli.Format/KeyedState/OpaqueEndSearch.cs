using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Format.KeyedState;

/// <summary>
/// Finds where opaque values end in one key group of a heap table, which stores no lengths: an end is right if everything behind it
/// parses, too. All further keys must hash to the key group, every state must come once, and the last entry must end where the key group
/// does. Values behind the first one may be opaque again, so ends are tried depth first and taken back where nothing fits behind them.
/// </summary>
/// <param name="tables">The states.</param>
/// <param name="origin">Where the bytes of the key group come from.</param>
/// <param name="test">Which keys belong to it.</param>
internal sealed class OpaqueEndSearch(HeapTable[] tables, DataOrigin origin, KeyGroupTest test)
{
    private const int StateHeadLength = sizeof(short) + sizeof(int);

    // Every byte of an opaque value is tried as its end once, and few ends are taken back: the keys behind them would have to fit by chance.
    private const int TriesPerByte = 4;
    private const int TriesOfShortBlocks = 10_000;

    private readonly Stack<Frame> _frames = new();
    private readonly HashSet<(long Start, int EntriesLeft, int StatesBegun)> _hopeless = [];

    private enum Outcome
    {
        Fits,
        Breaks,
        Opaque,
    }

    /// <summary>Finds the ends of all opaque values from a place to the end of the key group.</summary>
    /// <param name="block">The bytes of the key group.</param>
    /// <param name="place">The entry that holds the first one.</param>
    /// <param name="opaque">The first one.</param>
    /// <param name="runs">Takes the ends.</param>
    /// <returns>False if no ends fit: nothing behind the value can be read.</returns>
    public bool Find(ReadOnlySpan<byte> block, HeapPlace place, OpaqueValueException opaque, OpaqueRuns runs)
    {
        var triesLeft = TriesOfShortBlocks + (long)block.Length * TriesPerByte;
        Push(block, place, opaque);
        while (triesLeft-- > 0 && _frames.TryPop(out var frame))
        {
            if (frame.Cut == block.Length)
            {
                runs.RemoveLast();
                _hopeless.Add(frame.Key);
                continue;
            }

            frame = frame with { Cut = frame.Cut + 1 };
            _frames.Push(frame);
            runs.SetLast(frame.Opaque.Offset, origin.BaseOffset + frame.Cut, frame.Opaque.ClassName);
            switch (Walk(block, frame.Place, runs, out var next, out var nextOpaque))
            {
                case Outcome.Fits:
                    return true;
                case Outcome.Opaque:
                    Push(block, next, nextOpaque!);
                    break;
            }
        }

        runs.Clear();
        return false;
    }

    private void Push(ReadOnlySpan<byte> block, HeapPlace place, OpaqueValueException opaque)
    {
        var start = (int)(opaque.Offset - origin.BaseOffset);
        var frame = new Frame(place, opaque, start);
        if (start >= place.Position && start < block.Length && !_hopeless.Contains(frame.Key))
        {
            _frames.Push(frame);
        }
    }

    private Outcome Walk(ReadOnlySpan<byte> block, HeapPlace place, OpaqueRuns runs, out HeapPlace next, out OpaqueValueException? opaque)
    {
        next = place;
        opaque = null;
        var reader = new JavaDataReader(block, origin) { OpaqueRuns = runs };
        reader.Seek(place.Position);
        var isInValue = false;
        try
        {
            while (next.EntriesLeft > 0 || TryReadStateHead(ref reader, ref next))
            {
                next = next with { Position = reader.Position };
                isInValue = false;
                if (!tables[next.StateIndex].SkipKeyIfOf(ref reader, test))
                {
                    return Outcome.Breaks;
                }

                isInValue = true;
                tables[next.StateIndex].SkipValue(ref reader);
                next = next with { Position = reader.Position, EntriesLeft = next.EntriesLeft - 1 };
            }

            return next.States.Count == tables.Length && next.EntriesLeft == 0 && reader.Remaining == 0 ? Outcome.Fits : Outcome.Breaks;
        }
        catch (SavepointFormatException)
        {
            return Outcome.Breaks;
        }
        catch (OpaqueValueException inside)
        {
            // The end of an opaque key is never looked for: nothing would tell a wrong one from the right one.
            opaque = inside;
            return isInValue ? Outcome.Opaque : Outcome.Breaks;
        }
    }

    /// <summary>Moves to the next state that has entries.</summary>
    private bool TryReadStateHead(ref JavaDataReader reader, ref HeapPlace place)
    {
        while (place.EntriesLeft == 0 && place.States.Count < tables.Length && reader.Remaining >= StateHeadLength)
        {
            var index = reader.ReadInt16();
            var count = reader.ReadInt32();
            if (index < 0 || index >= tables.Length || place.States.Contains(index) || count < 0 || count > reader.Remaining)
            {
                return false;
            }

            place = place with { StateIndex = index, EntriesLeft = count, States = place.States.Add(index) };
        }

        return place.EntriesLeft > 0;
    }

    /// <param name="Place">The entry that holds the value.</param>
    /// <param name="Opaque">The value.</param>
    /// <param name="Cut">The end that was tried last.</param>
    private readonly record struct Frame(HeapPlace Place, OpaqueValueException Opaque, int Cut)
    {
        public (long Start, int EntriesLeft, int StatesBegun) Key => (Opaque.Offset, Place.EntriesLeft, Place.States.Count);
    }
}
