using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Values;

namespace SavepointCli.Operations.State;

/// <summary>Decodes stored values of one state; what does not decode comes back as its bytes, with a finding.</summary>
/// <param name="origin">The subtask.</param>
/// <param name="state">Name of the state.</param>
internal sealed class ValueDecoder(StateOrigin origin, string state)
{
    /// <summary>The value that takes all of the bytes.</summary>
    public object? Decode(TypeSerializer serializer, ReadOnlySpan<byte> bytes, StateFindings findings)
    {
        try
        {
            var reader = new JavaDataReader(bytes) { OpaqueRuns = new OpaqueRuns() };
            var value = serializer.ReadDelimited(ref reader);
            ReportOpaque(value, reader, findings);
            return value;
        }
        catch (SavepointException fault)
        {
            return Unreadable(fault, bytes, findings);
        }
    }

    /// <summary>Elements stand with one byte between them that may also occur inside them, so only decoding finds where they end.</summary>
    public object? DecodeDelimitedList(TypeSerializer element, ReadOnlySpan<byte> bytes, StateFindings findings)
    {
        var elements = new List<object?>();
        try
        {
            var reader = new JavaDataReader(bytes);
            while (true)
            {
                elements.Add(element.ReadObject(ref reader));
                if (reader.Remaining == 0)
                {
                    return elements;
                }

                reader.Skip(1);
            }
        }
        catch (OpaqueValueException opaque)
        {
            findings.Opaque(origin, state, opaque.ClassName);
            return new OpaqueValue(opaque.ClassName, bytes.ToArray());
        }
        catch (SavepointException fault)
        {
            return Unreadable(fault, bytes, findings);
        }
    }

    private void ReportOpaque(object? value, JavaDataReader reader, StateFindings findings)
    {
        if (value is OpaqueValue opaque)
        {
            findings.Opaque(origin, state, opaque.ClassName);
        }

        foreach (var className in reader.OpaqueRuns?.Classes ?? [])
        {
            findings.Opaque(origin, state, className);
        }
    }

    private UnreadableValue Unreadable(SavepointException fault, ReadOnlySpan<byte> bytes, StateFindings findings)
    {
        findings.Unreadable(origin, state, fault);
        return new UnreadableValue(bytes.ToArray());
    }
}
