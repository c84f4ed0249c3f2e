namespace SavepointCli.Format.Java;

/// <summary>An enum constant of a stream of Java objects.</summary>
/// <param name="ClassName">The enum.</param>
/// <param name="Name">The constant.</param>
public sealed record JavaEnum(string ClassName, string Name);
