namespace SavepointCli.Streaming.Types;

/// <summary>
/// Makes a class or record a POJO and gives the Java class name under which snapshots record it. Its public properties are
/// the fields: property <c>FirstName</c> is the Java field <c>firstName</c>.
/// </summary>
/// <param name="name">Java binary name, e.g. <c>golden.Account</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class JavaTypeAttribute(string name) : Attribute
{
    /// <summary>Java binary name, e.g. <c>golden.Account</c>.</summary>
    public string Name { get; } = name;
}
