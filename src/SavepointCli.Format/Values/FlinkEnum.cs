namespace SavepointCli.Format.Values;

/// <summary>A constant of a Java enum, a Scala enumeration or an Avro enum.</summary>
/// <param name="ClassName">The enum's class.</param>
/// <param name="Name">Name of the constant.</param>
public sealed record FlinkEnum(string ClassName, string Name);
