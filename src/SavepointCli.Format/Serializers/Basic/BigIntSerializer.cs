using System.Globalization;
using System.Numerics;
using System.Text.Json;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Basic;

/// <summary>
/// <c>BigInteger</c>: a number that is 0 for null, 1 to 3 for the JDK's own 0, 1 and 10, else the count of bytes plus four; then the
/// bytes, two's complement, big-endian, as few as possible.
/// </summary>
public sealed class BigIntSerializer : SimpleSerializer<JavaBigInteger?>
{
    internal const int Null = 0;
    private const int Zero = 1;
    private const int One = 2;
    private const int Ten = 3;
    private const int FirstLength = 4;

    internal BigIntSerializer(string className, string typeName)
        : base(className, typeName, VariableLength)
    {
    }

    /// <inheritdoc/>
    public override JavaBigInteger? Read(ref JavaDataReader reader) => ReadNumber(ref reader);

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, JavaBigInteger? value) => WriteNumber(writer, value);

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader) => SkipNumber(ref reader);

    internal static JavaBigInteger? ReadNumber(ref JavaDataReader reader)
    {
        var head = reader.ReadInt32();
        switch (head)
        {
            case Null:
                return null;
            case Zero:
                return BigInteger.Zero;
            case One:
                return BigInteger.One;
            case Ten:
                return new BigInteger(10);
            default:
                var value = new BigInteger(reader.ReadBytes(LengthOf(ref reader, head)), isUnsigned: false, isBigEndian: true);
                return new JavaBigInteger(value, ShortForm(value) != Null);
        }
    }

    internal static void WriteNumber(JavaDataWriter writer, JavaBigInteger? value)
    {
        if (value is not { } number)
        {
            writer.WriteInt32(Null);
            return;
        }

        var shortForm = number.SpelledOut ? Null : ShortForm(number.Value);
        if (shortForm != Null)
        {
            writer.WriteInt32(shortForm);
            return;
        }

        var length = number.Value.GetByteCount();
        writer.WriteInt32(length + FirstLength);
        number.Value.TryWriteBytes(writer.Reserve(length), out _, isUnsigned: false, isBigEndian: true);
    }

    /// <summary>Whether there was a number; null has none.</summary>
    internal static bool SkipNumber(ref JavaDataReader reader)
    {
        var head = reader.ReadInt32();
        if (head is < Null or > Ten)
        {
            reader.Skip(LengthOf(ref reader, head));
        }

        return head != Null;
    }

    private static int LengthOf(ref JavaDataReader reader, int head) =>
        head > FirstLength ? head - FirstLength : throw reader.Fault($"impossible length of a BigInteger: {(long)head - FirstLength}");

    private static int ShortForm(BigInteger value) =>
        value.IsZero ? Zero : value.IsOne ? One : value == 10 ? Ten : Null;

    private protected override int? HashOf(JavaBigInteger? value) => value is { } number ? JavaHash.Of(number.Value) : 0;

    private protected override bool TryParse(JsonElement json, out JavaBigInteger? value)
    {
        value = null;
        if (json.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        var isNumber = BigInteger.TryParse(
            json.ValueKind == JsonValueKind.String ? json.GetString() : json.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed);
        value = parsed;
        return isNumber;
    }
}
