using SavepointCli.Format.Java;

namespace SavepointCli.Format.Streams;

/// <summary>Reads the head of a stream, which carries no length of its own: it ends where the first data begins.</summary>
internal static class StreamHead
{
    private const int FirstRead = 16 * 1024;

    /// <summary>Most bytes of a head: far above 32767 states with large serializers, far below what would hurt.</summary>
    private const int Largest = 256 * 1024 * 1024;

    public delegate T Parser<out T>(ref JavaDataReader reader);

    /// <summary>Parses the head from the bytes before the smallest of <paramref name="offsets"/> that is larger than 0.</summary>
    public static T Read<T>(Stream stream, string path, IEnumerable<long> offsets, Parser<T> parse)
    {
        var end = Math.Min(stream.Length, Largest);
        foreach (var offset in offsets)
        {
            end = offset > 0 ? Math.Min(end, offset) : end;
        }

        stream.Position = 0;
        var head = new byte[(int)Math.Min(end, FirstRead)];
        var filled = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        while (filled == head.Length && filled < end)
        {
            Array.Resize(ref head, (int)Math.Min(end, 2L * filled));
            filled += stream.ReadAtLeast(head.AsSpan(filled), head.Length - filled, throwOnEndOfStream: false);
        }

        return Parse(head.AsSpan(0, filled), path, parse);
    }

    /// <summary>
    /// Parses the head; where it holds serializers of classes that are not known, looks for ends of theirs with which it ends where it must.
    /// </summary>
    private static T Parse<T>(ReadOnlySpan<byte> head, string path, Parser<T> parse)
    {
        var runs = new OpaqueRuns();
        var reader = new JavaDataReader(head, new DataOrigin(path)) { OpaqueRuns = runs };
        try
        {
            return parse(ref reader);
        }
        catch (SavepointFormatException fault) when (runs.Missing is not null)
        {
            return new UnknownEndSearch<T>(path, parse).TryFind(head, runs, out var found) ? found : throw Again(fault);
        }
    }

    private static SavepointFormatException Again(SavepointFormatException fault) =>
        new(fault.What, fault.Path, fault.Offset, fault.ExitCode, fault.Hint, fault);
}
