using System.Collections.Immutable;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Composite;

/// <summary>A serializer that gives null to one without: a flag, then the value; null can be padded to keep the length fixed.</summary>
public sealed class NullableSerializer : TypeSerializer<object?>
{
    private readonly TypeSerializer _inner;
    private readonly int _padding;

    private NullableSerializer(TypeSerializer inner, int padding, SerializerSnapshot snapshot)
    {
        _inner = inner;
        _padding = padding;
        Snapshot = snapshot;
    }

    /// <inheritdoc/>
    public override int FixedLength => _padding > 0 ? 1 + _padding : VariableLength;

    /// <inheritdoc/>
    public override SerializerSnapshot Snapshot { get; }

    internal static CompositeKind Kind { get; } = new(FlinkNames.Nested(FlinkNames.JavaRuntime, "Nullable"), "Nullable")
    {
        OuterVersion = 2,
        NestedCount = 1,
        SkipOuterPayload = static (ref JavaDataReader reader, int _) => _ = ReadPadding(ref reader),
        Restore = Restore,
    };

    /// <summary>Null or a value of <paramref name="inner"/>.</summary>
    /// <param name="inner">Serializer of the values that are not null.</param>
    /// <param name="padNull">Whether null takes as many bytes as a value; only for values of fixed length.</param>
    public static NullableSerializer Of(TypeSerializer inner, bool padNull = false)
    {
        var padding = padNull ? Math.Max(inner.FixedLength, 0) : 0;
        var outerPayload = new JavaDataWriter();
        outerPayload.WriteInt32(padding);
        return new NullableSerializer(inner, padding, Kind.Snapshot(outerPayload, inner));
    }

    /// <inheritdoc/>
    public override object? Read(ref JavaDataReader reader)
    {
        if (!reader.ReadBoolean())
        {
            return _inner.ReadObject(ref reader);
        }

        reader.Skip(_padding);
        return null;
    }

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, object? value)
    {
        writer.WriteBoolean(value is null);
        if (value is null)
        {
            writer.Reserve(_padding).Clear();
        }
        else
        {
            _inner.WriteObject(writer, value);
        }
    }

    /// <inheritdoc/>
    public override bool PrintsJson => _inner.PrintsJson;

    /// <inheritdoc/>
    public override void PrintJson(ref JavaDataReader reader, JsonBuffer output)
    {
        if (!reader.ReadBoolean())
        {
            _inner.PrintJson(ref reader, output);
            return;
        }

        reader.Skip(_padding);
        output.WriteNull();
    }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader)
    {
        if (reader.ReadBoolean())
        {
            reader.Skip(_padding);
        }
        else
        {
            _inner.Skip(ref reader);
        }
    }

    private static NullableSerializer Restore(CompositeSerializerSnapshot snapshot, ImmutableArray<TypeSerializer> nested)
    {
        var reader = new JavaDataReader(snapshot.OuterPayload.Span);
        return new NullableSerializer(nested[0], ReadPadding(ref reader), snapshot);
    }

    private static int ReadPadding(ref JavaDataReader reader)
    {
        const int MostPadding = 1 << 16;
        var padding = reader.ReadInt32();
        return padding is >= 0 and <= MostPadding ? padding : throw reader.Fault($"impossible padding of null: {padding} bytes");
    }
}
