namespace SavepointCli.Format.Java;

/// <summary>A class that is itself a value of a stream of Java objects.</summary>
/// <param name="Name">Java binary name.</param>
public sealed record JavaClass(string Name);
