using SavepointCli.Format.Java;

namespace SavepointCli.Engine.Rest;

/// <summary>
/// The Java serialization stream of <c>org.apache.flink.util.SerializedThrowable</c>, which <c>bin/flink</c> insists on in every failure
/// cause. Only the references that the layout needs are shared; every value is written out.
/// </summary>
internal static class SerializedThrowable
{
    private const ushort StreamMagic = 0xACED;
    private const short StreamVersion = 5;
    private const byte Null = 0x70;
    private const byte Reference = 0x71;
    private const byte ClassDescriptor = 0x72;
    private const byte Object = 0x73;
    private const byte ShortString = 0x74;
    private const byte EndOfBlockData = 0x78;
    private const byte LongString = 0x7C;
    private const byte Serializable = 0x02;
    private const byte SerializableWithWriteMethod = 0x03;

    /// <summary>Handle of the class descriptor: the first thing in the stream that gets one.</summary>
    private const int ClassHandle = 0x7E0000;

    /// <summary>Handle of the type string of the first field, which the other text fields refer to.</summary>
    private const int StringTypeHandle = 0x7E0001;

    private const long SerializedThrowableUid = 0x65169DF51FA713F3;
    private const long ExceptionUid = unchecked((long)0xD0FD1F3E1A3B1CC4);
    private const long ThrowableUid = unchecked((long)0xD5C635273977B8CB);

    /// <summary>The stream of a throwable and its causes.</summary>
    public static byte[] Write(JavaThrowable throwable)
    {
        var writer = new JavaDataWriter(1024);
        writer.WriteUInt16(StreamMagic);
        writer.WriteInt16(StreamVersion);
        writer.WriteByte(Object);
        WriteClass(writer);
        WriteValues(writer, throwable);
        return writer.ToArray();
    }

    private static void WriteClass(JavaDataWriter writer)
    {
        WriteClassHeader(writer, "org.apache.flink.util.SerializedThrowable", SerializedThrowableUid, Serializable, fields: 3);
        WriteFieldName(writer, 'L', "fullStringifiedStackTrace");
        WriteString(writer, "Ljava/lang/String;");
        WriteFieldName(writer, 'L', "originalErrorClassName");
        WriteReference(writer, StringTypeHandle);
        WriteFieldName(writer, '[', "serializedException");
        WriteString(writer, "[B");
        writer.WriteByte(EndOfBlockData);

        WriteClassHeader(writer, "java.lang.Exception", ExceptionUid, Serializable, fields: 0);
        writer.WriteByte(EndOfBlockData);

        WriteClassHeader(writer, "java.lang.Throwable", ThrowableUid, SerializableWithWriteMethod, fields: 4);
        WriteFieldName(writer, 'L', "cause");
        WriteString(writer, "Ljava/lang/Throwable;");
        WriteFieldName(writer, 'L', "detailMessage");
        WriteReference(writer, StringTypeHandle);
        WriteFieldName(writer, '[', "stackTrace");
        WriteString(writer, "[Ljava/lang/StackTraceElement;");
        WriteFieldName(writer, 'L', "suppressedExceptions");
        WriteString(writer, "Ljava/util/List;");
        writer.WriteByte(EndOfBlockData);
        writer.WriteByte(Null);
    }

    private static void WriteValues(JavaDataWriter writer, JavaThrowable throwable)
    {
        if (throwable.Cause is { } cause)
        {
            writer.WriteByte(Object);
            WriteReference(writer, ClassHandle);
            WriteValues(writer, cause);
        }
        else
        {
            writer.WriteByte(Null);
        }

        WriteString(writer, throwable.Text);
        writer.WriteByte(Null); // stackTrace: the client prints its own frames otherwise
        writer.WriteByte(Null); // suppressedExceptions
        writer.WriteByte(EndOfBlockData);
        WriteString(writer, throwable.StackTrace);
        WriteString(writer, throwable.ClassName);
        writer.WriteByte(Null); // serializedException: only a client with the class on its class path could use it
    }

    private static void WriteClassHeader(JavaDataWriter writer, string name, long serialVersionUid, byte flags, short fields)
    {
        writer.WriteByte(ClassDescriptor);
        ModifiedUtf8.Write(writer, name);
        writer.WriteInt64(serialVersionUid);
        writer.WriteByte(flags);
        writer.WriteInt16(fields);
    }

    private static void WriteFieldName(JavaDataWriter writer, char typeCode, string name)
    {
        writer.WriteByte((byte)typeCode);
        ModifiedUtf8.Write(writer, name);
    }

    private static void WriteReference(JavaDataWriter writer, int handle)
    {
        writer.WriteByte(Reference);
        writer.WriteInt32(handle);
    }

    private static void WriteString(JavaDataWriter writer, string value)
    {
        var length = ModifiedUtf8.EncodedLength(value);
        if (length <= ModifiedUtf8.MaxBytes)
        {
            writer.WriteByte(ShortString);
            writer.WriteUInt16((ushort)length);
        }
        else
        {
            writer.WriteByte(LongString);
            writer.WriteInt64(length);
        }

        ModifiedUtf8.Encode(value, writer.Reserve(length));
    }
}
