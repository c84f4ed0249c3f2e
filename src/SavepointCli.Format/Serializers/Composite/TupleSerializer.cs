using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Composite;

/// <summary>A tuple or Scala case class in its general form: the fields one after the other, without flags for null.</summary>
public sealed class TupleSerializer : TypeSerializer<FlinkTuple>
{
    private const string TuplePackage = "org.apache.flink.api.java.tuple.";

    private const int MostFields = 25;

    internal TupleSerializer(ImmutableArray<TypeSerializer> fields, SerializerSnapshot snapshot)
    {
        Fields = fields;
        Snapshot = snapshot;
        FixedLength = CompositeLength.SumOfPositive(fields.AsSpan());
    }

    /// <summary>The serializers of the fields.</summary>
    public ImmutableArray<TypeSerializer> Fields { get; }

    /// <inheritdoc/>
    public override int FixedLength { get; }

    /// <inheritdoc/>
    public override SerializerSnapshot Snapshot { get; }

    internal static CompositeKind Kind { get; } = KindOf(FlinkNames.TopLevel(FlinkNames.JavaRuntime, "Tuple"), "Tuple");

    internal static CompositeKind CaseClassKind { get; } = KindOf(FlinkNames.TopLevel(FlinkNames.Scala, "ScalaCaseClass"), "CaseClass");

    internal static CompositeKind Tuple2CaseClassKind { get; } = KindOf(FlinkNames.TopLevel(FlinkNames.Scala, "Tuple2CaseClass"), "CaseClass");

    /// <summary>A tuple in its general form; <c>Tuple1</c> to <c>Tuple25</c>.</summary>
    public static TupleSerializer Of(params ImmutableArray<TypeSerializer> fields) => new(fields, SnapshotOf(fields.AsSpan()));

    /// <summary>A <c>Tuple2</c> as a C# tuple.</summary>
    public static TupleSerializer<T0, T1> Of<T0, T1>(TypeSerializer<T0> f0, TypeSerializer<T1> f1) => new(f0, f1, SnapshotOf(f0, f1));

    /// <summary>A <c>Tuple3</c> as a C# tuple.</summary>
    public static TupleSerializer<T0, T1, T2> Of<T0, T1, T2>(TypeSerializer<T0> f0, TypeSerializer<T1> f1, TypeSerializer<T2> f2) =>
        new(f0, f1, f2, SnapshotOf(f0, f1, f2));

    /// <inheritdoc/>
    public override FlinkTuple Read(ref JavaDataReader reader)
    {
        var fields = new object?[Fields.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = Fields[i].ReadObject(ref reader);
        }

        return new FlinkTuple(fields);
    }

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, FlinkTuple value)
    {
        for (var i = 0; i < Fields.Length; i++)
        {
            Fields[i].WriteObject(writer, value[i]);
        }
    }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader)
    {
        foreach (var field in Fields)
        {
            field.Skip(ref reader);
        }
    }

    /// <inheritdoc/>
    public override bool PrintsJson => Fields.All(part => part.PrintsJson);

    /// <inheritdoc/>
    public override void PrintJson(ref JavaDataReader reader, JsonBuffer output)
    {
        output.WriteRaw('[');
        for (var i = 0; i < Fields.Length; i++)
        {
            if (i > 0)
            {
                output.WriteRaw(',');
            }

            Fields[i].PrintJson(ref reader, output);
        }

        output.WriteRaw(']');
    }

    /// <inheritdoc/>
    public override bool TryHash(ref JavaDataReader reader, out int hash)
    {
        hash = 0;
        if (Snapshot is CompositeSerializerSnapshot { Kind: var kind } && kind != Kind)
        {
            return false;
        }

        Span<int> hashes = stackalloc int[MostFields];
        for (var i = 0; i < Fields.Length; i++)
        {
            if (i == MostFields || !Fields[i].TryHash(ref reader, out hashes[i]))
            {
                return false;
            }
        }

        hash = JavaHash.OfTuple(hashes[..Fields.Length]);
        return true;
    }

    /// <inheritdoc/>
    public override bool TryWriteJson(JavaDataWriter writer, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() != Fields.Length)
        {
            return false;
        }

        for (var i = 0; i < Fields.Length; i++)
        {
            if (!Fields[i].TryWriteJson(writer, json[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static CompositeSerializerSnapshot SnapshotOf(params ReadOnlySpan<TypeSerializer> fields)
    {
        var outerPayload = new JavaDataWriter();
        ModifiedUtf8.Write(outerPayload, string.Create(CultureInfo.InvariantCulture, $"{TuplePackage}Tuple{fields.Length}"));
        return Kind.Snapshot(outerPayload, fields);
    }

    private static CompositeKind KindOf(string className, string typeName) => new(className, typeName)
    {
        OuterVersion = 2,
        SkipOuterPayload = static (ref JavaDataReader reader, int _) => ModifiedUtf8.Skip(ref reader),
        Restore = static (snapshot, nested) => new TupleSerializer(nested, snapshot),
        Describe = static snapshot => $"{ClassOf(snapshot)}<{NestedSnapshots.Describe(snapshot.Nested)}>",
    };

    private static string ClassOf(CompositeSerializerSnapshot snapshot)
    {
        var reader = new JavaDataReader(snapshot.OuterPayload.Span);
        var className = ModifiedUtf8.Read(ref reader);
        return className.StartsWith(TuplePackage, StringComparison.Ordinal) ? className[TuplePackage.Length..] : className;
    }
}
