using System.Buffers;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SavepointCli.Rendering;

/// <summary>A JSON document as YAML.</summary>
internal static class YamlRenderer
{
    // What stands in these letters and is no word of YAML means the same with and without quotes in every version of YAML.
    private static readonly SearchValues<char> PlainLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./$");

    private static readonly HashSet<string> Words =
        new(["true", "false", "yes", "no", "on", "off", "y", "n", "null"], StringComparer.OrdinalIgnoreCase);

    public static void Write(JsonElement document, TextWriter output)
    {
        var emitter = new Emitter(output, EmitterSettings.Default.WithBestWidth(int.MaxValue).WithNewLine("\n"));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Write(document, emitter);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
    }

    private static void Write(JsonElement value, Emitter emitter)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, StyleOf(value.EnumerateObject().Any(), MappingStyle.Block, MappingStyle.Flow)));
                foreach (var field in value.EnumerateObject())
                {
                    emitter.Emit(Text(field.Name));
                    Write(field.Value, emitter);
                }

                emitter.Emit(new MappingEnd());
                break;
            case JsonValueKind.Array:
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, StyleOf(value.GetArrayLength() > 0, SequenceStyle.Block, SequenceStyle.Flow)));
                foreach (var element in value.EnumerateArray()) Write(element, emitter);
                emitter.Emit(new SequenceEnd());
                break;
            case JsonValueKind.String:
                emitter.Emit(Text(value.GetString()!));
                break;
            default:
                emitter.Emit(new Scalar(value.GetRawText()));
                break;
        }
    }

    /// <summary>An empty collection has no block form.</summary>
    private static TStyle StyleOf<TStyle>(bool hasElements, TStyle block, TStyle flow) => hasElements ? block : flow;

    private static Scalar Text(string text) =>
        new(AnchorName.Empty, TagName.Empty, text, IsPlain(text) ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted, isPlainImplicit: true, isQuotedImplicit: true);

    /// <summary>Whether the text can stand without quotes and still be text, not a number, a date or a word.</summary>
    private static bool IsPlain(string text) =>
        text.Length > 0
        && (char.IsAsciiLetter(text[0]) || text[0] is '_' or '/' or '$')
        && !text.AsSpan().ContainsAnyExcept(PlainLetters)
        && !Words.Contains(text);
}
