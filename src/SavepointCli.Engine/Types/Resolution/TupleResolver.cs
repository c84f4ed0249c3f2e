using SavepointCli.Engine.Types.Fields;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Composite;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.Types.Resolution;

/// <summary>Resolves a value tuple: field by field, and only to a tuple of as many fields.</summary>
internal sealed class TupleResolver<TTuple>(TupleTypeInformation<TTuple> type, SerializerSnapshot? restored)
{
    public object Resolve()
    {
        var fields = type.Fields.Select(Field).ToArray();
        var reader = SerializerOf(fields.Select(field => field.Reader));
        var writer = SerializerOf(fields.Select(field => field.Writer));
        var compatibility = fields.Aggregate(Judge(reader), (worst, field) => ResolvedSerializer.Worst(worst, field.Compatibility));
        return new ResolvedSerializer<TTuple>(compatibility, reader, writer);
    }

    private ResolvedField<TTuple> Field(TypeInformation field, int index) =>
        field.Dispatch(new FieldResolver<TTuple>(TupleFields.Of<TTuple>(index), ResolvedSerializer.Part(restored, index), ofPojo: false));

    private Compatibility Judge(TypeSerializer fresh) => restored switch
    {
        null => Compatibility.AsIs,
        CompositeSerializerSnapshot tuple when tuple.ClassName == fresh.Snapshot.ClassName && tuple.Nested.Length == type.Fields.Count
            && tuple.OuterPayload.Span.SequenceEqual(((CompositeSerializerSnapshot)fresh.Snapshot).OuterPayload.Span) => Compatibility.AsIs,
        _ => Compatibility.Incompatible,
    };

    // The type information promises a value tuple without a constraint that C# could check.
    private static TypeSerializer<TTuple> SerializerOf(IEnumerable<FieldCodec<TTuple>> fields) =>
        (TypeSerializer<TTuple>)Activator.CreateInstance(typeof(ClrTupleSerializer<>).MakeGenericType(typeof(TTuple)), [(FieldCodec<TTuple>[])[.. fields]])!;
}
