using System.Collections.Immutable;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Operations.State;

/// <summary>What the keys of a changelog are.</summary>
/// <param name="Serializer">Describes the keys.</param>
internal sealed record ChangelogKeyType(SerializerSnapshot Serializer)
{
    /// <summary>Whether nothing says so, but all changes fit.</summary>
    public bool WasTried { get; init; }

    /// <summary>Other types that fit as well.</summary>
    public ImmutableArray<string> Alternatives { get; init; } = [];
}
