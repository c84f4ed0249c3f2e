using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Coordinators;

/// <summary>Enumerator of a <c>FileSource</c>: mirrors <c>PendingSplitsCheckpoint</c>, whose numbers are little-endian.</summary>
/// <param name="Pending">Splits that no reader has.</param>
/// <param name="Processed">Paths that were turned into splits already.</param>
public sealed record FileSourceEnumerator(ImmutableArray<FileSourceSplit> Pending, ImmutableArray<string> Processed)
{
    /// <summary>Version of the enumerator serializer.</summary>
    public const int Version = 1;

    private const uint Magic = 0xDEADBEEF;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    /// <summary>Reads the enumerator's bytes.</summary>
    public static FileSourceEnumerator Read(ref JavaDataReader reader)
    {
        var magic = unchecked((uint)ReadLittleEndian(ref reader));
        if (magic != Magic)
        {
            throw reader.Fault($"a file source's enumerator begins with {Magic:x8}, not {magic:x8}");
        }

        var splitVersion = ReadLittleEndian(ref reader);
        if (splitVersion != FileSourceSplit.Version)
        {
            throw reader.Fault($"version {splitVersion} of file source splits is not known", ExitCode.Unsupported);
        }

        var splits = ReadLength(ref reader, "file source splits");
        var paths = ReadLength(ref reader, "processed paths");
        var pending = ImmutableArray.CreateBuilder<FileSourceSplit>(splits);
        while (pending.Count < splits)
        {
            var split = new JavaDataReader(reader.ReadBytes(ReadLength(ref reader, "bytes of a split")), reader.Origin);
            pending.Add(FileSourceSplit.Read(ref split));
        }

        var processed = ImmutableArray.CreateBuilder<string>(paths);
        while (processed.Count < paths)
        {
            processed.Add(Utf8.GetString(reader.ReadBytes(ReadLength(ref reader, "bytes of a path"))));
        }

        return new FileSourceEnumerator(pending.MoveToImmutable(), processed.MoveToImmutable());
    }

    /// <summary>Writes the enumerator's bytes.</summary>
    public void Write(JavaDataWriter writer)
    {
        WriteLittleEndian(writer, unchecked((int)Magic));
        WriteLittleEndian(writer, FileSourceSplit.Version);
        WriteLittleEndian(writer, Pending.Length);
        WriteLittleEndian(writer, Processed.Length);
        var bytes = new JavaDataWriter();
        foreach (var split in Pending)
        {
            bytes.Clear();
            split.Write(bytes);
            WriteLittleEndian(writer, bytes.Length);
            writer.WriteBytes(bytes.WrittenSpan);
        }

        foreach (var path in Processed)
        {
            WriteLittleEndian(writer, Utf8.GetByteCount(path));
            writer.WriteBytes(Utf8.GetBytes(path));
        }
    }

    private static int ReadLength(ref JavaDataReader reader, string what)
    {
        var length = ReadLittleEndian(ref reader);
        return length >= 0 && length <= reader.Remaining ? length : throw reader.Fault($"impossible number of {what}: {length}");
    }

    private static int ReadLittleEndian(ref JavaDataReader reader) => BinaryPrimitives.ReverseEndianness(reader.ReadInt32());

    private static void WriteLittleEndian(JavaDataWriter writer, int value) => writer.WriteInt32(BinaryPrimitives.ReverseEndianness(value));
}
