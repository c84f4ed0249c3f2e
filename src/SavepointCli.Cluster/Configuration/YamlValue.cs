using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SavepointCli.Cluster.Configuration;

/// <summary>
/// A YAML document as far as configuration files use it: text, lists and mappings. Exactly one of the three is set. Types of scalars
/// are not decided here; anchors, tags and further documents are refused.
/// </summary>
public sealed record YamlValue
{
    private const int DeepestNesting = 64;

    private YamlValue()
    {
    }

    /// <summary>A scalar, quotes taken away; null for one that is empty or <c>null</c>, and for what is no scalar.</summary>
    public string? Text { get; private init; }

    /// <summary>The elements of a list.</summary>
    public IReadOnlyList<YamlValue>? Items { get; private init; }

    /// <summary>The fields of a mapping, in the order of the file.</summary>
    public IReadOnlyDictionary<string, YamlValue>? Fields { get; private init; }

    /// <summary>Reads a document; an empty one is an empty mapping.</summary>
    /// <param name="text">The content.</param>
    /// <param name="path">Its path, for messages.</param>
    public static YamlValue Parse(string text, string path)
    {
        var parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
        try
        {
            parser.Consume<StreamStart>();
            if (parser.TryConsume<StreamEnd>(out _)) return new YamlValue { Fields = new Dictionary<string, YamlValue>() };
            parser.Consume<DocumentStart>();
            var value = Read(parser, path, 0);
            parser.Consume<DocumentEnd>();
            return parser.Accept<StreamEnd>(out _) ? value : throw Malformed(path, parser.Current!.Start, "a second document");
        }
        catch (YamlException exception)
        {
            throw Malformed(path, exception.Start, exception.Message.TrimEnd('.'), exception);
        }
        catch (InvalidOperationException exception)
        {
            // What the scanner says to a flow collection that is never closed.
            throw Malformed(path, parser.Current?.End ?? Mark.Empty, exception.Message.TrimEnd('.'), exception);
        }
    }

    private static YamlValue Read(Parser parser, string path, int depth)
    {
        if (depth > DeepestNesting) throw Malformed(path, parser.Current!.Start, "nested too deeply");
        if (parser.TryConsume<Scalar>(out var scalar)) return new YamlValue { Text = TextOf(scalar) };
        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<YamlValue>();
            while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Read(parser, path, depth + 1));
            return new YamlValue { Items = items };
        }

        if (!parser.TryConsume<MappingStart>(out _)) throw Malformed(path, parser.Current!.Start, "an alias; write the value out");

        var fields = new Dictionary<string, YamlValue>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (!parser.TryConsume<Scalar>(out var key)) throw Malformed(path, parser.Current!.Start, "a key that is no text");
            if (!fields.TryAdd(key.Value, Read(parser, path, depth + 1)))
                throw Malformed(path, key.Start, $"the key '{key.Value}' for the second time");
        }

        return new YamlValue { Fields = fields };
    }

    private static string? TextOf(Scalar scalar) =>
        scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null" or "Null" or "NULL" ? null : scalar.Value;

    private static SavepointException Malformed(string path, Mark at, string found, Exception? inner = null) => new(
        ExitCode.Usage,
        string.Create(CultureInfo.InvariantCulture, $"{path}, line {at.Line}: {found}"),
        "correct the file, or name another",
        inner);
}
