namespace SavepointCli.Engine.Types.Equality;

/// <summary><c>Float</c> and <c>Double</c>: Java compares their bits, so 0.0 and -0.0 are two values and all NaN are one.</summary>
internal sealed class BitEquality<T>(Func<T, long> bits, Func<T, int> hash) : JavaEquality<T>
    where T : struct
{
    public override bool IsDotNetEquality => false;

    public override bool Equals(T x, T y) => bits(x) == bits(y);

    public override int GetHashCode(T obj) => hash(obj);
}
