using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace SavepointCli.Cluster.Jobs;

/// <summary>
/// Names one asynchronous operation. Chosen by us, so that a trigger whose answer was lost can be repeated: the cluster takes an
/// id that it knows for the operation that is already under way.
/// </summary>
public readonly record struct TriggerId(UInt128 Value)
{
    private const int Digits = 32;
    private const int Bytes = 16;

    /// <summary>Draws a new id.</summary>
    public static TriggerId Random()
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        RandomNumberGenerator.Fill(bytes);
        return new TriggerId(BinaryPrimitives.ReadUInt128BigEndian(bytes));
    }

    /// <summary>Parses 32 hex digits of either case.</summary>
    public static bool TryParse(string text, out TriggerId id)
    {
        UInt128 value = default;
        var parsed = text.Length == Digits
            && UInt128.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
        id = new TriggerId(value);
        return parsed;
    }

    /// <summary>32 lower-case hex digits.</summary>
    public override string ToString() => Value.ToString("x32", CultureInfo.InvariantCulture);
}
