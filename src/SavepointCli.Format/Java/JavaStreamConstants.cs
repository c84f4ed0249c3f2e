namespace SavepointCli.Format.Java;

/// <summary>The numbers of Java's object serialization, <c>java.io.ObjectStreamConstants</c>.</summary>
internal static class JavaStreamConstants
{
    public const ushort Magic = 0xACED;
    public const ushort Version = 5;

    /// <summary>Number of the first thing that a stream can refer back to.</summary>
    public const int FirstHandle = 0x7E0000;

    public const byte WriteMethodFlag = 0x01;
    public const byte SerializableFlag = 0x02;
    public const byte ExternalizableFlag = 0x04;
    public const byte BlockDataFlag = 0x08;
    public const byte EnumFlag = 0x10;

    public const byte NullTag = 0x70;
    public const byte ReferenceTag = 0x71;
    public const byte ClassDescriptionTag = 0x72;
    public const byte ObjectTag = 0x73;
    public const byte StringTag = 0x74;
    public const byte ArrayTag = 0x75;
    public const byte ClassTag = 0x76;
    public const byte BlockTag = 0x77;
    public const byte EndOfAnnotationsTag = 0x78;
    public const byte ResetTag = 0x79;
    public const byte LongBlockTag = 0x7A;
    public const byte LongStringTag = 0x7C;
    public const byte ProxyDescriptionTag = 0x7D;
    public const byte EnumTag = 0x7E;
}
