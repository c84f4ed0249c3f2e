using System.Diagnostics.CodeAnalysis;
using SavepointCli.Format.Compression;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Streams;

/// <summary>
/// Finds where the payloads of unknown serializer snapshots end in a head whose own end is known: the shortest payloads with which all
/// states that the head counts parse, and the last one ends where the head does.
/// </summary>
/// <param name="path">Names the stream in messages.</param>
/// <param name="parse">Parses the head.</param>
internal sealed class UnknownEndSearch<T>(string path, StreamHead.Parser<T> parse)
{
    // A serializer of a job's own has no payload, or a short one. Each try parses the head.
    private const int MostTries = 500;

    private readonly Stack<(long Start, long Cut, string ClassName)> _open = new();

    public bool TryFind(ReadOnlySpan<byte> head, OpaqueRuns runs, [MaybeNullWhen(false)] out T found)
    {
        found = default;
        Push(runs);
        for (var tries = 0; tries < MostTries && _open.TryPop(out var run); tries++)
        {
            if (run.Cut > head.Length)
            {
                if (runs.Count > _open.Count)
                {
                    runs.RemoveLast();
                }

                continue;
            }

            _open.Push(run with { Cut = run.Cut + 1 });
            runs.SetLast(run.Start, run.Cut, run.ClassName);
            runs.SetMissing(null);
            if (Fits(head, runs, out found))
            {
                return true;
            }

            // A run that breaks out of the frame it stands in comes up again where it begins: no end of another one mends that.
            if (runs.Missing is { } missing && missing.Start > run.Start)
            {
                Push(runs);
            }
        }

        return false;
    }

    private void Push(OpaqueRuns runs)
    {
        var (start, className) = runs.Missing!.Value;
        _open.Push((start, start, className));
    }

    private bool Fits(ReadOnlySpan<byte> head, OpaqueRuns runs, [MaybeNullWhen(false)] out T found)
    {
        found = default;
        try
        {
            var reader = new JavaDataReader(head, new DataOrigin(path)) { OpaqueRuns = runs };
            found = parse(ref reader);

            // Where operator state is compressed, the identifier of the framing stands between the head and the first element.
            return reader.Remaining == 0 || reader.Remaining == SnappyFraming.Header.Length;
        }
        catch (SavepointException)
        {
            return false;
        }
    }
}
