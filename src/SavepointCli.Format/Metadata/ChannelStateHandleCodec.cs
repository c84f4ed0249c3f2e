using System.Collections.Immutable;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Metadata;

/// <summary>Records in flight, in one record per channel (V1) or in tagged, possibly merged records (V2).</summary>
internal sealed class ChannelStateHandleCodec
{
    public static readonly ChannelStateHandleCodec Inputs = new("input channel states", 1, 3);
    public static readonly ChannelStateHandleCodec Outputs = new("result subpartition states", 2, 4);

    private const int NumbersInFront = 3;
    private const int SmallestSize = sizeof(int) + sizeof(long) + StreamHandleCodecs.SmallestSize;

    private readonly string _what;
    private readonly byte _channelTag;
    private readonly byte _mergedTag;
    private readonly ElementReader<ChannelStateHandle> _readUntagged;
    private readonly ElementReader<ChannelStateHandle> _readTagged;

    private ChannelStateHandleCodec(string what, byte channelTag, byte mergedTag)
    {
        _what = what;
        _channelTag = channelTag;
        _mergedTag = mergedTag;
        _readUntagged = (ref MetadataReader reader) => ReadChannel(ref reader, tag: null);
        _readTagged = ReadTagged;
    }

    public ImmutableArray<ChannelStateHandle> ReadAll(ref MetadataReader reader, ChannelStateLayout layout) => layout switch
    {
        ChannelStateLayout.None => [],
        ChannelStateLayout.Separate => MetadataReader.ReadList(ref reader, _what, SmallestSize, _readUntagged),
        _ => MetadataReader.ReadList(ref reader, _what, SmallestSize, _readTagged),
    };

    public void WriteAll(JavaDataWriter writer, ImmutableArray<ChannelStateHandle> handles, ChannelStateLayout layout)
    {
        if (layout == ChannelStateLayout.None && handles.Length > 0
            || layout == ChannelStateLayout.Separate && handles.Any(handle => handle.Tag == _mergedTag))
        {
            throw new SavepointException(ExitCode.Unsupported, $"the metadata version cannot hold these {_what}", "write a newer version");
        }

        if (layout != ChannelStateLayout.None)
        {
            writer.WriteList(handles, layout == ChannelStateLayout.Separate ? WriteUntagged : WriteTagged);
        }
    }

    private ChannelStateHandle ReadTagged(ref MetadataReader reader)
    {
        var tag = reader.Data.ReadByte();
        if (tag == _channelTag)
        {
            return ReadChannel(ref reader, tag);
        }

        return tag == _mergedTag
            ? ReadMerged(ref reader, tag)
            : throw reader.Data.Fault($"unknown tag {tag} among {_what} (known: {_channelTag}, {_mergedTag})");
    }

    private void WriteTagged(JavaDataWriter writer, ChannelStateHandle handle)
    {
        var tag = handle.Tag ?? _channelTag;
        writer.WriteByte(tag);
        WriteUntagged(writer, handle);
        if (tag == _mergedTag)
        {
            writer.WriteCountedBytes(handle.Trailer);
        }
    }

    private static ChannelStateHandle ReadChannel(ref MetadataReader reader, byte? tag)
    {
        var start = reader.Data.Position;
        reader.Data.Skip(NumbersInFront * sizeof(int));
        reader.Data.Skip(reader.Data.ReadCount("offsets of a channel", sizeof(long)) * sizeof(long));
        reader.Data.Skip(sizeof(long));
        var fields = reader.Since(start);
        return new ChannelStateHandle(tag, fields, StreamHandleCodecs.Read(ref reader), Trailer: default);
    }

    private static ChannelStateHandle ReadMerged(ref MetadataReader reader, byte tag)
    {
        var fields = reader.ReadBytes(sizeof(int) + sizeof(long));
        var stream = StreamHandleCodecs.Read(ref reader);
        return new ChannelStateHandle(tag, fields, stream, reader.ReadCountedBytes("bytes of merged channels"));
    }

    private static void WriteUntagged(JavaDataWriter writer, ChannelStateHandle handle)
    {
        writer.WriteBytes(handle.Fields.Span);
        StreamHandleCodecs.Write(writer, handle.Stream);
    }
}
