namespace SavepointCli.Format.Java;

/// <summary>An object of a stream of Java objects.</summary>
/// <param name="description">The class.</param>
public sealed class JavaObject(JavaClassDescription description)
{
    private readonly Dictionary<string, object?> _fields = new(StringComparer.Ordinal);
    private readonly List<object?> _written = [];

    /// <summary>The class.</summary>
    public string ClassName => description.Name;

    /// <summary>The fields by name; one of a class hides one of its superclass.</summary>
    public IReadOnlyDictionary<string, object?> Fields => _fields;

    /// <summary>What classes with a <c>writeObject</c> of their own added: objects and blocks of bytes, in order.</summary>
    public IReadOnlyList<object?> Written => _written;

    /// <summary>Value of a field, null if there is none.</summary>
    public object? this[string field] => _fields.GetValueOrDefault(field);

    internal void Set(string field, object? value) => _fields[field] = value;

    internal void Add(object? written) => _written.Add(written);
}
