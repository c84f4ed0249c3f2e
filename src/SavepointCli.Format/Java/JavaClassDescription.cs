using System.Collections.Immutable;

namespace SavepointCli.Format.Java;

/// <summary>What a stream of Java objects says about a class.</summary>
/// <param name="Name">Java binary name.</param>
/// <param name="SerialVersionUid">Number of the class's serial form.</param>
public sealed record JavaClassDescription(string Name, long SerialVersionUid)
{
    /// <summary>Bits that say how the class writes its objects.</summary>
    internal byte Flags { get; set; }

    /// <summary>Type letter and name of the fields that are stored.</summary>
    internal ImmutableArray<(char Type, string Name)> Fields { get; set; } = [];

    /// <summary>The superclass, if it is serialised, too.</summary>
    internal JavaClassDescription? Super { get; set; }

    /// <summary>By identity: a stream holds each class once.</summary>
    public bool Equals(JavaClassDescription? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
