namespace SavepointCli.Engine.Types.Equality;

/// <summary>A type whose values .NET compares as Java does; only the hash is Java's own.</summary>
internal sealed class ValueEquality<T>(Func<T, int> hash) : JavaEquality<T>
{
    public override bool IsDotNetEquality => true;

    public override bool Equals(T? x, T? y) => EqualityComparer<T>.Default.Equals(x, y);

    public override int GetHashCode(T obj) => obj is null ? 0 : hash(obj);
}
