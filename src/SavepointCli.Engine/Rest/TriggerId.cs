using System.Globalization;
using System.Security.Cryptography;

namespace SavepointCli.Engine.Rest;

/// <summary>Names one asynchronous operation; clients may choose it, and repeat it to be sure that nothing is done twice.</summary>
internal readonly record struct TriggerId(UInt128 Value)
{
    private const int Size = 16;

    /// <summary>An id for a client that chose none.</summary>
    public static TriggerId Random()
    {
        Span<byte> bytes = stackalloc byte[Size];
        RandomNumberGenerator.Fill(bytes);
        return new TriggerId(System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes));
    }

    /// <summary>Parses 32 hex digits of either case; what follows them is ignored, as Flink does.</summary>
    public static bool TryParse(string text, out TriggerId id)
    {
        var parsed = UInt128.TryParse(
            RestIds.FirstDigits(text), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value);
        id = new TriggerId(value);
        return parsed;
    }

    /// <summary>32 lower-case hex digits.</summary>
    public override string ToString() => Value.ToString("x32", CultureInfo.InvariantCulture);
}
