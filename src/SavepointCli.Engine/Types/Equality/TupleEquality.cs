using SavepointCli.Engine.Types.Fields;
using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Types.Equality;

/// <summary>A tuple: field by field.</summary>
internal sealed class TupleEquality<TTuple>(FieldEquality<TTuple>[] fields) : JavaEquality<TTuple>
{
    public override bool IsDotNetEquality { get; } = fields.All(field => field.IsDotNetEquality);

    public override bool Equals(TTuple? x, TTuple? y)
    {
        foreach (var field in fields)
        {
            if (!field.Same(ref x!, ref y!))
            {
                return false;
            }
        }

        return true;
    }

    public override int GetHashCode(TTuple obj)
    {
        Span<int> hashes = stackalloc int[fields.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            hashes[i] = fields[i].HashOf(ref obj);
        }

        return JavaHash.OfTuple(hashes);
    }
}
