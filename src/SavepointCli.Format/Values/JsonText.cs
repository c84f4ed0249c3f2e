using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SavepointCli.Format.Values;

/// <summary>
/// Java texts as JSON texts. Java allows half a surrogate pair, UTF-8 does not: such a half is written as the escape that JSON has
/// for it, so that the text stays the same.
/// </summary>
internal static class JsonText
{
    public static void Write(Utf8JsonWriter writer, string text)
    {
        if (IsWellFormed(text))
        {
            writer.WriteStringValue(text);
        }
        else
        {
            writer.WriteRawValue(Escape(text), skipInputValidation: true);
        }
    }

    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        var first = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        if (first < 0)
        {
            return true;
        }

        for (var i = first; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8).Append('"');
        foreach (var unit in text)
        {
            if (unit is >= ' ' and <= '~' and not ('"' or '\\'))
            {
                escaped.Append(unit);
            }
            else
            {
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
            }
        }

        return escaped.Append('"').ToString();
    }
}
