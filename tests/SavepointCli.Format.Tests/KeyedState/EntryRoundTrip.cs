using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Composite;
using SavepointCli.Format.Serializers.Namespaces;

namespace SavepointCli.Format.Tests.KeyedState;

/// <summary>Decodes keys and values of one state into their general form and encodes them again.</summary>
internal sealed class EntryRoundTrip
{
    private const byte ListDelimiter = (byte)',';

    private readonly StateMeta _state;
    private readonly TypeSerializer _key;
    private readonly TypeSerializer _namespace;
    private readonly TypeSerializer _value;
    private readonly KryoVersion _kryo;
    private readonly KeyLayout _layout;

    public EntryRoundTrip(KeyedBackendHeader header, StateMeta state, int maxParallelism, KryoVersion kryo)
    {
        _state = state;
        _kryo = kryo;
        _key = header.KeySerializer.RestoreSerializer(kryo);
        _namespace = state.NamespaceSerializer?.RestoreSerializer(kryo) ?? NamespaceSerializers.Void;
        _value = state.ValueSerializer!.RestoreSerializer(kryo);
        _layout = new KeyLayout(maxParallelism, _key, _namespace);
    }

    public byte[] Key(int keyGroup, ReadOnlySpan<byte> key)
    {
        var writer = new JavaDataWriter();
        var start = _layout.Begin(writer, keyGroup);
        if (_state.Kind == BackendStateType.PriorityQueue)
        {
            RoundTrip(writer, _value, key[_layout.PrefixLength..]);
            return writer.ToArray();
        }

        var parts = _layout.Split(key, keyGroup);
        RoundTrip(writer, _key, key[parts.Key]);
        start = _layout.EndPart(writer, start);
        RoundTrip(writer, _namespace, key[parts.Namespace]);
        _layout.EndPart(writer, start);
        if (_state.KeyedStateType == KeyedStateType.Map)
        {
            RoundTrip(writer, Nested(0), key[parts.UserKey]);
        }

        return writer.ToArray();
    }

    public byte[] Value(ReadOnlySpan<byte> value)
    {
        var writer = new JavaDataWriter();
        switch (_state.KeyedStateType)
        {
            case KeyedStateType.Map:
                RoundTripMapValue(writer, value);
                break;
            case KeyedStateType.List:
                RoundTripList(writer, value);
                break;
            case not KeyedStateType.Unknown:
                RoundTrip(writer, _value, value);
                break;
            default:
                value.Length.Should().Be(0, "a queue has its elements in its keys");
                break;
        }

        return writer.ToArray();
    }

    private void RoundTripMapValue(JavaDataWriter writer, ReadOnlySpan<byte> value)
    {
        var isNull = value[0] != 0;
        writer.WriteBoolean(isNull);
        if (!isNull)
        {
            RoundTrip(writer, Nested(1), value[1..]);
        }
    }

    private void RoundTripList(JavaDataWriter writer, ReadOnlySpan<byte> value)
    {
        var reader = new JavaDataReader(value);
        var element = Nested(0);
        element.WriteObject(writer, element.ReadObject(ref reader));
        while (reader.Remaining > 0)
        {
            reader.ReadByte().Should().Be(ListDelimiter);
            writer.WriteByte(ListDelimiter);
            element.WriteObject(writer, element.ReadObject(ref reader));
        }
    }

    private static void RoundTrip(JavaDataWriter writer, TypeSerializer serializer, ReadOnlySpan<byte> bytes)
    {
        var reader = new JavaDataReader(bytes);
        serializer.WriteDelimited(writer, serializer.ReadDelimited(ref reader));
    }

    private TypeSerializer Nested(int index) => ((CompositeSerializerSnapshot)_state.ValueSerializer!).Nested[index].RestoreSerializer(_kryo);
}
