using SavepointCli.Format.Serializers;

namespace SavepointCli.Operations.State;

/// <summary>
/// Tells whether a stored key or namespace is the one that is wanted: by its bytes where they follow from the text that was given, else by
/// how it is printed.
/// </summary>
internal sealed class PartFilter
{
    private readonly WantedText _wanted;
    private readonly byte[]? _encoded;

    private PartFilter(WantedText wanted, byte[]? encoded)
    {
        _wanted = wanted;
        _encoded = encoded;
    }

    /// <summary>The filter of a part with this serializer; null where every value is wanted.</summary>
    public static PartFilter? Of(WantedText? wanted, TypeSerializer serializer) =>
        wanted is null ? null : new PartFilter(wanted, wanted.Encode(serializer));

    /// <summary>Whether stored bytes can't be the value: true only where that is certain without decoding.</summary>
    public bool Rejects(ReadOnlySpan<byte> bytes) => _encoded is not null && !bytes.SequenceEqual(_encoded);

    /// <summary>Whether bytes that begin with the stored value can't be it: true only where that is certain without decoding.</summary>
    public bool RejectsStart(ReadOnlySpan<byte> bytes) => _encoded is not null && !bytes.StartsWith(_encoded);

    /// <summary>Whether a decoded value is the one, where <see cref="Rejects"/> could not tell.</summary>
    public bool Accepts(object? value) => _encoded is not null || _wanted.Equals(PrintedValue.Of(value));
}
