using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Types.Equality;

/// <summary>A <c>java.util.List</c>: same elements in the same order.</summary>
internal sealed class ListEquality<TElement>(JavaEquality<TElement> elements) : JavaEquality<List<TElement>>
{
    public override bool IsDotNetEquality => false;

    public override bool Equals(List<TElement>? x, List<TElement>? y) =>
        ReferenceEquals(x, y) || (x is not null && y is not null && x.SequenceEqual(y, elements));

    public override int GetHashCode(List<TElement> obj) => JavaHash.OfList(obj.ConvertAll(elements.GetHashCode).ToArray());
}
