using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Types.Equality;

/// <summary><c>Long</c>, the most frequent type of keys: without the delegate of <see cref="ValueEquality{T}"/>.</summary>
internal sealed class LongEquality : JavaEquality<long>
{
    public override bool IsDotNetEquality => true;

    public override bool Equals(long x, long y) => x == y;

    public override int GetHashCode(long obj) => JavaHash.Of(obj);
}
