namespace SavepointCli.Streaming.Types;

/// <summary>One field of a POJO.</summary>
/// <param name="JavaName">Name of the Java field, e.g. <c>firstName</c>.</param>
/// <param name="Type">Type of the value; for a nullable property the type below <see cref="Nullable{T}"/>.</param>
/// <param name="IsNullable">Whether the property can hold null.</param>
/// <param name="Index">Position in <see cref="PojoTypeInformation{TPojo}.Fields"/>.</param>
/// <param name="Get">Reads the property of an instance.</param>
public sealed record PojoField(string JavaName, TypeInformation Type, bool IsNullable, int Index, Func<object, object?> Get);
