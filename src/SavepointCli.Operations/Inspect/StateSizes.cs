using SavepointCli.Format.Metadata;

namespace SavepointCli.Operations.Inspect;

/// <summary>Bytes of state by what they are. A file whose size nobody recorded counts as nothing and is counted apart.</summary>
/// <param name="Keyed">Managed keyed state.</param>
/// <param name="Operator">Managed operator state.</param>
/// <param name="Coordinator">State of coordinators.</param>
/// <param name="Channel">Records in flight.</param>
/// <param name="Raw">Raw keyed and raw operator state.</param>
/// <param name="UnknownStreams">Streams of unknown size.</param>
public readonly record struct StateSizes(long Keyed, long Operator, long Coordinator, long Channel, long Raw, int UnknownStreams)
{
    /// <summary>All bytes together.</summary>
    public long Total => Keyed + Operator + Coordinator + Channel + Raw;

    /// <summary>Bytes of both.</summary>
    public static StateSizes operator +(StateSizes left, StateSizes right) => left.Add(right);

    /// <summary>Bytes of both.</summary>
    public StateSizes Add(StateSizes other) => new(
        Keyed + other.Keyed,
        Operator + other.Operator,
        Coordinator + other.Coordinator,
        Channel + other.Channel,
        Raw + other.Raw,
        UnknownStreams + other.UnknownStreams);

    internal static StateSizes Of(OperatorState state)
    {
        var sizes = default(StateSizes);
        foreach (var stream in StateStreams.Of(state))
        {
            sizes += Of(stream);
        }

        return sizes;
    }

    private static StateSizes Of(StateStream stream)
    {
        var size = stream.Handle.Size;
        return size < 0 ? new StateSizes { UnknownStreams = 1 } : stream.Role switch
        {
            StateStreamRole.ManagedKeyed => new StateSizes { Keyed = size },
            StateStreamRole.ManagedOperator => new StateSizes { Operator = size },
            StateStreamRole.Coordinator => new StateSizes { Coordinator = size },
            StateStreamRole.Channel => new StateSizes { Channel = size },
            _ => new StateSizes { Raw = size },
        };
    }
}
