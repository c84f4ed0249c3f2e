using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SavepointCli.Cluster.Discovery.Kubernetes;

/// <summary>A YAML document as maps, lists and texts; the parser's own object model needs reflection, which a native binary has not.</summary>
internal sealed class YamlNode
{
    private const int Deepest = 50;

    private readonly Dictionary<string, YamlNode> _map = [];
    private readonly List<YamlNode> _items = [];

    /// <summary>The text of a scalar, or null.</summary>
    public string? Text { get; private init; }

    /// <summary>The elements of a list; none for anything else.</summary>
    public IReadOnlyList<YamlNode> Items => _items;

    /// <summary>The value of a key of a map, or null.</summary>
    public YamlNode? this[string key] => _map.GetValueOrDefault(key);

    /// <summary>Reads the first document.</summary>
    /// <exception cref="YamlException">It is none, is nested too deeply, or refers to itself.</exception>
    public static YamlNode Parse(TextReader text)
    {
        var parser = new Parser(text);
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _)) return new YamlNode();
        return Read(parser, 0);
    }

    /// <summary>The text of a key of a map, or null if it is not there or empty.</summary>
    public string? Find(string key) => this[key]?.Text is { Length: > 0 } text ? text : null;

    private static YamlNode Read(Parser parser, int depth)
    {
        if (depth > Deepest) throw new YamlException("nested too deeply");
        if (parser.TryConsume<Scalar>(out var scalar)) return new YamlNode { Text = scalar.Value };

        var node = new YamlNode();
        if (parser.TryConsume<SequenceStart>(out _))
        {
            while (!parser.TryConsume<SequenceEnd>(out _)) node._items.Add(Read(parser, depth + 1));
            return node;
        }

        if (!parser.TryConsume<MappingStart>(out _)) throw new YamlException("aliases are not read");
        while (!parser.TryConsume<MappingEnd>(out _)) node._map[parser.Consume<Scalar>().Value] = Read(parser, depth + 1);
        return node;
    }
}
