using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers;

/// <summary>
/// Finds the end of the one part of a value that nobody but the job can read, such as a field of a POJO, where the end of the whole value
/// is known: it is where the parts behind it fill the rest exactly. Nothing is guessed: it must be the only such place.
/// </summary>
internal static class OpaquePart
{
    /// <summary>Longest run in which an end is looked for; a value of more bytes stays opaque as a whole.</summary>
    private const int LongestSearch = 2 * 1024;

    /// <summary>Reads the value that takes all bytes that are left, with <see cref="Values.OpaqueValue"/> in the place of the part.</summary>
    /// <param name="serializer">Serializer of the whole value.</param>
    /// <param name="reader">Stands before the value, and behind it on success; its <see cref="JavaDataReader.OpaqueRuns"/> take the part.</param>
    /// <param name="opaque">What reading it came upon.</param>
    /// <param name="value">The value.</param>
    public static bool TryRead(TypeSerializer serializer, ref JavaDataReader reader, OpaqueValueException opaque, out object? value)
    {
        value = null;
        var end = reader.Offset + reader.Remaining;
        if (reader.OpaqueRuns is { Count: > 0 } || opaque.Offset <= reader.Offset || end - opaque.Offset > LongestSearch)
        {
            return false;
        }

        var runs = reader.OpaqueRuns ?? new OpaqueRuns();
        var found = -1L;
        for (var cut = opaque.Offset + 1; cut <= end; cut++)
        {
            runs.SetLast(opaque.Offset, cut, opaque.ClassName);
            if (!Fits(serializer, reader, runs))
            {
                continue;
            }

            if (found >= 0)
            {
                runs.Clear();
                return false;
            }

            found = cut;
        }

        if (found < 0)
        {
            runs.Clear();
            return false;
        }

        runs.SetLast(opaque.Offset, found, opaque.ClassName);
        var whole = reader.With(runs);
        value = serializer.ReadObject(ref whole);
        reader.Skip(reader.Remaining);
        return true;
    }

    private static bool Fits(TypeSerializer serializer, JavaDataReader reader, OpaqueRuns runs)
    {
        try
        {
            var whole = reader.With(runs);
            serializer.Skip(ref whole);
            return whole.Remaining == 0;
        }
        catch (SavepointException fault) when (fault is SavepointFormatException or OpaqueValueException)
        {
            return false;
        }
    }
}
