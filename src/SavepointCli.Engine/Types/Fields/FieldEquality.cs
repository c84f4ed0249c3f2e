namespace SavepointCli.Engine.Types.Fields;

/// <summary>One field of an owner, compared as Java does.</summary>
internal abstract class FieldEquality<TOwner>
{
    public abstract bool IsDotNetEquality { get; }

    public abstract bool Same(ref TOwner left, ref TOwner right);

    public abstract int HashOf(ref TOwner owner);
}
