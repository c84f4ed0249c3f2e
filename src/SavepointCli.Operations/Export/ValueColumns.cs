using System.Collections.Immutable;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Composite;
using SavepointCli.Format.Serializers.Pojo;
using SavepointCli.Format.Serializers.Table;
using SavepointCli.Format.Values;

namespace SavepointCli.Operations.Export;

/// <summary>
/// The columns of one value: fields of tuples, rows and POJOs have columns of their own, one level deep; what is nested deeper is text in
/// the JSON form of values.
/// </summary>
/// <param name="Columns">The columns.</param>
/// <param name="Fits">Whether a value can stand in them without losing anything.</param>
internal sealed record ValueColumns(ImmutableArray<ExportColumn> Columns, Func<object?, bool> Fits)
{
    /// <summary>The columns of a value that a serializer describes.</summary>
    /// <param name="name">Name of the column, and what the names of several begin with.</param>
    /// <param name="snapshot">The description; null where nothing is known.</param>
    /// <param name="pick">Takes the value out of a row.</param>
    public static ValueColumns Of(string name, SerializerSnapshot? snapshot, Func<ExportRow, object?> pick) => snapshot switch
    {
        TtlAwareSerializerSnapshot aware => Of(name, aware.Inner, pick),
        PojoSerializerSnapshot pojo => OfFields(
            [.. pojo.Fields.Select(field => ($"{name}_{field.Name}", ColumnTypes.Of(field.Snapshot)))],
            pick,
            value => value is FlinkPojo own && own.TypeName == pojo.PojoClass ? own.Values : null),
        CompositeSerializerSnapshot { Kind.TypeName: "Tuple" or "CaseClass" or "Row" } structure => OfFields(
            [.. structure.Nested.Select((field, i) => ($"{name}_f{i}", ColumnTypes.Of(field)))],
            pick,
            static value => value is FlinkTuple or FlinkRow ? (IReadOnlyList<object?>)value : null),
        RowDataSerializerSnapshot row => OfFields(
            [.. row.Types.Select((type, i) => ($"{name}_f{i}", ColumnTypes.Of(type.Type)))], pick, static value => value as RowDataValue),
        _ => OfOne(name, ColumnTypes.Of(snapshot), pick),
    };

    /// <summary>One column of a type.</summary>
    public static ValueColumns OfOne(string name, ColumnType type, Func<ExportRow, object?> pick) =>
        new([new ExportColumn(name, type, pick)], value => ColumnTypes.Fits(type, value));

    private static ValueColumns OfFields(
        ImmutableArray<(string Name, ColumnType Type)> fields, Func<ExportRow, object?> pick, Func<object?, IReadOnlyList<object?>?> fieldsOf)
    {
        var columns = fields.Select((field, i) => new ExportColumn(
            field.Name, field.Type, row => fieldsOf(pick(row)) is { } values && i < values.Count ? values[i] : null));
        return new ValueColumns(
            [.. columns],
            value => value is null || (fieldsOf(value) is { } values && values.Count == fields.Length
                && values.Zip(fields, (cell, field) => ColumnTypes.Fits(field.Type, cell)).All(fits => fits)));
    }
}
