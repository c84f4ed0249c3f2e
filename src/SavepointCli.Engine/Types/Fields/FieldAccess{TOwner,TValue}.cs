using System.Linq.Expressions;
using System.Reflection;

namespace SavepointCli.Engine.Types.Fields;

/// <summary>Compiled access to one property or field of an owner, which may be a struct: hence by reference.</summary>
internal sealed class FieldAccess<TOwner, TValue>
{
    public FieldAccess(MemberInfo member)
    {
        var owner = Expression.Parameter(typeof(TOwner).MakeByRefType(), "owner");
        var value = Expression.Parameter(typeof(TValue), "value");
        var access = Expression.MakeMemberAccess(owner, member);
        Get = Expression.Lambda<Getter>(access, owner).Compile();
        Set = Expression.Lambda<Setter>(Expression.Assign(access, value), owner, value).Compile();
    }

    public delegate TValue Getter(ref TOwner owner);

    public delegate void Setter(ref TOwner owner, TValue value);

    public Getter Get { get; }

    public Setter Set { get; }
}
