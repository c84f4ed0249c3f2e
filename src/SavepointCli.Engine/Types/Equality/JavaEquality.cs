namespace SavepointCli.Engine.Types.Equality;

/// <summary>
/// What Java's <c>equals</c> and <c>hashCode</c> say about values of a type. Keys live by it: the hash decides the key group, and two keys
/// that Java tells apart (0.0 and -0.0) have state of their own.
/// </summary>
/// <typeparam name="T">Type of the values.</typeparam>
public abstract class JavaEquality<T> : IEqualityComparer<T>
{
    /// <summary>Whether .NET's own equality agrees with Java's, so that the faster default may be used.</summary>
    public abstract bool IsDotNetEquality { get; }

    /// <summary>This comparer, or null where .NET's default does the same.</summary>
    public IEqualityComparer<T>? Comparer => IsDotNetEquality ? null : this;

    /// <inheritdoc/>
    public abstract bool Equals(T? x, T? y);

    /// <summary>Java's <c>hashCode()</c>; 0 for null.</summary>
    public abstract int GetHashCode(T obj);
}
