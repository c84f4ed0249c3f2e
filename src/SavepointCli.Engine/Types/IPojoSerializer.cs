namespace SavepointCli.Engine.Types;

/// <summary>A <see cref="ClrPojoSerializer{TPojo}"/> of any class.</summary>
internal interface IPojoSerializer;
