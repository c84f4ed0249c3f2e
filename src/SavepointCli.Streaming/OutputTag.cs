using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming;

/// <summary>Names a side output of an operator. Mirrors <c>OutputTag</c>.</summary>
public abstract class OutputTag
{
    private protected OutputTag(string id, TypeInformation type)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        Id = id;
        Type = type;
    }

    /// <summary>The name, which tells side outputs of one operator apart.</summary>
    public string Id { get; }

    /// <summary>Type of the records.</summary>
    public TypeInformation Type { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Id}: {Type}";
}
