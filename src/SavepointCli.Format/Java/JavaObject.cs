namespace SavepointCli.Format.Java;

/// <summary>An object out of a Java serialisation stream.</summary>
/// <param name="ClassName">Java binary name of its class.</param>
/// <param name="Fields">Fields that were stored, those of superclasses included.</param>
internal sealed record JavaObject(string ClassName, IReadOnlyDictionary<string, object?> Fields);
