using SavepointCli.Format.Java;

namespace SavepointCli.Format.Metadata;

/// <summary>Reads the payload behind a tag.</summary>
internal delegate THandle HandleReader<out THandle>(ref MetadataReader reader);

/// <summary>How the handles of one tag stand on disk.</summary>
/// <param name="Tag">The tag byte in front of the payload.</param>
/// <param name="Name">Flink's class, for the list of what is supported.</param>
/// <param name="Read">Reads the payload.</param>
/// <param name="Write">Writes the payload.</param>
internal sealed record HandleCodec<THandle>(byte Tag, string Name, HandleReader<THandle> Read, Action<JavaDataWriter, THandle> Write)
    where THandle : class
{
    /// <summary>A codec for one of the records that stand for a <typeparamref name="THandle"/>.</summary>
    public static HandleCodec<THandle> Of<TRecord>(
        byte tag, string name, HandleReader<TRecord> read, Action<JavaDataWriter, TRecord> write)
        where TRecord : class, THandle =>
        new(tag, name, (ref MetadataReader reader) => read(ref reader), (writer, handle) => write(writer, (TRecord)handle));
}
