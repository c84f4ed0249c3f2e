namespace SavepointCli.Format.Java;

/// <summary>An array of a stream of Java objects.</summary>
/// <param name="className">Name of the array's class, e.g. <c>[Ljava.lang.String;</c>.</param>
/// <param name="elements">The elements.</param>
public sealed class JavaArray(string className, object?[] elements)
{
    /// <summary>Name of the array's class.</summary>
    public string ClassName => className;

    /// <summary>The elements; primitives boxed.</summary>
    public IReadOnlyList<object?> Elements => elements;
}
