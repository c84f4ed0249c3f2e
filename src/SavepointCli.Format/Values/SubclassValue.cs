namespace SavepointCli.Format.Values;

/// <summary>A value in the place of a POJO whose class is a subclass that is not a POJO itself, e.g. one that Kryo serialises.</summary>
/// <param name="ClassName">Java binary name of the subclass.</param>
/// <param name="Value">The value in the form of the subclass's own serializer.</param>
public sealed record SubclassValue(string ClassName, object? Value);
