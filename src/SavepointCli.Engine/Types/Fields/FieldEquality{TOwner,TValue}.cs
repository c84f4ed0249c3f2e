using SavepointCli.Engine.Types.Equality;

namespace SavepointCli.Engine.Types.Fields;

/// <summary>One field of an owner whose type is known.</summary>
internal sealed class FieldEquality<TOwner, TValue>(FieldAccess<TOwner, TValue> access, JavaEquality<TValue> values) : FieldEquality<TOwner>
{
    public override bool IsDotNetEquality => values.IsDotNetEquality;

    public override bool Same(ref TOwner left, ref TOwner right) => values.Equals(access.Get(ref left), access.Get(ref right));

    public override int HashOf(ref TOwner owner) => access.Get(ref owner) is { } value ? values.GetHashCode(value) : 0;
}
