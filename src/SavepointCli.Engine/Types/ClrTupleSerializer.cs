using SavepointCli.Engine.Types.Fields;
using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Composite;

namespace SavepointCli.Engine.Types;

/// <summary>A C# value tuple as Flink's <c>Tuple1</c> to <c>Tuple7</c>: the fields one after the other.</summary>
internal sealed class ClrTupleSerializer<TTuple> : TypeSerializer<TTuple>
    where TTuple : struct
{
    private readonly FieldCodec<TTuple>[] _fields;
    private readonly TupleSerializer _general;

    public ClrTupleSerializer(FieldCodec<TTuple>[] fields)
    {
        _fields = fields;
        _general = TupleSerializer.Of([.. fields.Select(field => field.Serializer)]);
    }

    public override int FixedLength => _general.FixedLength;

    public override SerializerSnapshot Snapshot => _general.Snapshot;

    public override TTuple Read(ref JavaDataReader reader)
    {
        var tuple = default(TTuple);
        foreach (var field in _fields)
        {
            field.Read(ref reader, ref tuple);
        }

        return tuple;
    }

    public override void Write(JavaDataWriter writer, TTuple value)
    {
        foreach (var field in _fields)
        {
            field.Write(writer, ref value);
        }
    }

    public override void Skip(ref JavaDataReader reader) => _general.Skip(ref reader);
}
