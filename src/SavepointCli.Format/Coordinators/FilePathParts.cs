using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Format.Coordinators;

/// <summary>The parts of a <c>java.net.URI</c> as <c>Path</c> stores them; null where a part is absent.</summary>
public sealed record FilePathParts(
    string? Scheme, string? UserInfo, string? Host, int Port, string? Path, string? Query, string? Fragment)
{
    /// <summary>Reads the parts behind the flag that says that there is a path.</summary>
    public static FilePathParts Read(ref JavaDataReader reader)
    {
        var (scheme, userInfo, host) = (ReadPart(ref reader), ReadPart(ref reader), ReadPart(ref reader));
        return new FilePathParts(
            scheme, userInfo, host, reader.ReadInt32(), ReadPart(ref reader), ReadPart(ref reader), ReadPart(ref reader));
    }

    /// <summary>Writes the parts.</summary>
    public void Write(JavaDataWriter writer)
    {
        WritePart(writer, Scheme);
        WritePart(writer, UserInfo);
        WritePart(writer, Host);
        writer.WriteInt32(Port);
        WritePart(writer, Path);
        WritePart(writer, Query);
        WritePart(writer, Fragment);
    }

    private static string? ReadPart(ref JavaDataReader reader) => reader.ReadBoolean() ? VariableString.Read(ref reader) : null;

    private static void WritePart(JavaDataWriter writer, string? part)
    {
        writer.WriteBoolean(part is not null);
        if (part is not null)
        {
            VariableString.Write(writer, part);
        }
    }
}
