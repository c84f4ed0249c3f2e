using System.Collections.Immutable;

namespace SavepointCli.Format.Values;

/// <summary>An Avro record, generic or specific: its fields by name.</summary>
/// <param name="fields">The class and the names of its fields.</param>
/// <param name="values">One value per name; the record takes the array over.</param>
public sealed class AvroRecord(NamedFields fields, params object?[] values) : IEquatable<AvroRecord>
{
    /// <summary>The class and the names of its fields.</summary>
    public NamedFields Fields => fields;

    /// <summary>The class.</summary>
    public string TypeName => fields.TypeName;

    /// <summary>Names of the fields.</summary>
    public ImmutableArray<string> Names => fields.Names;

    /// <summary>Values in the order of <see cref="Names"/>.</summary>
    public IReadOnlyList<object?> Values => values;

    /// <summary>Value of a field.</summary>
    /// <exception cref="KeyNotFoundException">There is no such field.</exception>
    public object? this[string name] =>
        fields.IndexOf(name) is >= 0 and var index ? values[index] : throw new KeyNotFoundException($"{TypeName} has no field {name}");

    /// <inheritdoc/>
    public bool Equals(AvroRecord? other) => other is not null && fields.Equals(other.Fields) && Structure.SameFields(values, other.Values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AvroRecord);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(TypeName, Structure.HashOf(values));
}
