using System.Collections.Immutable;

namespace SavepointCli.Format.Values;

/// <summary>Names of the fields of one class, shared by all its values.</summary>
/// <param name="TypeName">Java binary name of the class, or full name of the Avro record.</param>
/// <param name="Names">Names in the order of the values.</param>
public sealed record NamedFields(string TypeName, ImmutableArray<string> Names)
{
    /// <summary>Position of a field, or -1.</summary>
    public int IndexOf(string name) => Names.IndexOf(name);

    /// <summary>Same class, same names in the same order.</summary>
    public bool Equals(NamedFields? other) =>
        other is not null && TypeName == other.TypeName && Names.AsSpan().SequenceEqual(other.Names.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(TypeName, Names.Length);
}
