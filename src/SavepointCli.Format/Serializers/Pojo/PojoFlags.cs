namespace SavepointCli.Format.Serializers.Pojo;

/// <summary>First byte of a POJO: which of four forms follows.</summary>
internal static class PojoFlags
{
    public const byte Null = 1;
    public const byte ExactClass = 2;
    public const byte Subclass = 4;
    public const byte RegisteredSubclass = 8;
}
