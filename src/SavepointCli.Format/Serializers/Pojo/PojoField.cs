namespace SavepointCli.Format.Serializers.Pojo;

/// <summary>A field of a POJO that is to be written.</summary>
/// <param name="Name">Name of the Java field.</param>
/// <param name="Serializer">Serializer of its values that are not null.</param>
/// <param name="DeclaringClass">The class that declares it, if that is a superclass of the POJO.</param>
public sealed record PojoField(string Name, TypeSerializer Serializer, string? DeclaringClass = null);
