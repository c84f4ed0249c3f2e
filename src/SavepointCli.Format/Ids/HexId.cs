using System.Buffers.Binary;
using System.Globalization;

namespace SavepointCli.Format.Ids;

/// <summary>What the 16-byte ids of Flink (<c>AbstractID</c>) have in common.</summary>
internal static class HexId
{
    private const int Digits = 32;

    public static UInt128 FromBytes(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt128BigEndian(bytes);

    public static void CopyTo(UInt128 value, Span<byte> destination) => BinaryPrimitives.WriteUInt128BigEndian(destination, value);

    public static string Format(UInt128 value) => value.ToString("x32", CultureInfo.InvariantCulture);

    public static bool TryParse(string text, out UInt128 value)
    {
        value = default;
        return text.Length == Digits && UInt128.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }
}
