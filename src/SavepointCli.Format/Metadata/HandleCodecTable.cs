using SavepointCli.Format.Java;

namespace SavepointCli.Format.Metadata;

/// <summary>The codecs of one family of handles by tag. A tag of 0 says that there is no handle.</summary>
internal sealed class HandleCodecTable<THandle>
    where THandle : class
{
    private const byte NoHandle = 0;

    private readonly string _family;
    private readonly Func<THandle, byte> _tagOf;
    private readonly HandleCodec<THandle>?[] _byTag;

    public HandleCodecTable(string family, Func<THandle, byte> tagOf, params ReadOnlySpan<HandleCodec<THandle>> codecs)
    {
        _family = family;
        _tagOf = tagOf;
        Codecs = [.. codecs];
        _byTag = new HandleCodec<THandle>?[Codecs.Max(codec => codec.Tag) + 1];
        foreach (var codec in codecs)
        {
            _byTag[codec.Tag] = codec;
        }
    }

    /// <summary>All that can be read and written, by ascending tag.</summary>
    public IReadOnlyList<HandleCodec<THandle>> Codecs { get; }

    public THandle? Read(ref MetadataReader reader)
    {
        var tag = reader.Data.ReadByte();
        if (tag == NoHandle)
        {
            return null;
        }

        var codec = tag < _byTag.Length ? _byTag[tag] : null;
        if (codec is null)
        {
            throw reader.Data.Fault($"unknown {_family} tag {tag} (known: {string.Join(", ", Codecs.Select(known => known.Tag))})");
        }

        reader.Data.Enter();
        var handle = codec.Read(ref reader);
        reader.Data.Leave();
        return handle;
    }

    public THandle ReadRequired(ref MetadataReader reader) =>
        Read(ref reader) ?? throw reader.Data.Fault($"no {_family} where there must be one");

    public void Write(JavaDataWriter writer, THandle? handle)
    {
        if (handle is null)
        {
            writer.WriteByte(NoHandle);
            return;
        }

        var tag = _tagOf(handle);
        writer.WriteByte(tag);
        _byTag[tag]!.Write(writer, handle);
    }
}
