namespace SavepointCli.Format.Java;

/// <summary>A constant of an enum out of a Java serialisation stream.</summary>
/// <param name="ClassName">Java binary name of the enum.</param>
/// <param name="Constant">Name of the constant.</param>
internal sealed record JavaEnumConstant(string ClassName, string Constant);
