using System.Collections.Immutable;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Namespaces;
using SavepointCli.Format.Values;
using SavepointCli.Operations.State;

namespace SavepointCli.Operations.Export;

/// <summary>
/// The columns of one state. A value that does not fit its columns (of a subclass, or one that only the job can decode) stands whole in
/// the column <c>json</c>.
/// </summary>
internal static class ExportColumns
{
    private const string Key = "key";
    private const string Namespace = "namespace";
    private const string Value = "value";

    /// <summary>The columns of a state.</summary>
    /// <param name="first">One of its entries.</param>
    /// <param name="types">What is known of its types.</param>
    public static ImmutableArray<ExportColumn> Of(StateEntry first, StateTypes types) => first switch
    {
        { KeyGroup: not null } => OfKeyed(types),
        { Kind: StateEntryKind.Broadcast } => [Subtask, .. KeyOf(types), .. ValueOf(types)],
        _ => [Subtask, new ExportColumn("index", ColumnType.Int32, static row => row.Index), .. ValueOf(types)],
    };

    private static ExportColumn Subtask { get; } = new("subtask", ColumnType.Int32, static row => row.Entry.Subtask);

    private static ImmutableArray<ExportColumn> OfKeyed(StateTypes types)
    {
        ImmutableArray<ExportColumn> lastAccess =
            types.IsTtl ? [new ExportColumn("lastAccess", ColumnType.Int64, static row => (row.Entry.Value as ITtlValue)?.LastAccess)] : [];
        var keyGroup = new ExportColumn("keyGroup", ColumnType.Int32, static row => row.Entry.KeyGroup);
        return [.. KeyOf(types), .. NamespaceOf(types.Namespace), .. ValueOf(types), .. lastAccess, keyGroup, Subtask];
    }

    private static ImmutableArray<ExportColumn> KeyOf(StateTypes types) => ValueColumns.Of(Key, types.Key, static row => row.Key).Columns;

    private static ImmutableArray<ExportColumn> NamespaceOf(SerializerSnapshot? snapshot) => (snapshot as SimpleSerializerSnapshot)?.Serializer switch
    {
        VoidNamespaceSerializer => [],
        TimeWindowSerializer =>
        [
            new($"{Namespace}_start", ColumnType.Int64, static row => (row.Entry.Namespace as TimeWindow?)?.Start),
            new($"{Namespace}_end", ColumnType.Int64, static row => (row.Entry.Namespace as TimeWindow?)?.End),
        ],
        _ => ValueColumns.Of(Namespace, snapshot, static row => row.Entry.Namespace).Columns,
    };

    private static ImmutableArray<ExportColumn> ValueOf(StateTypes types)
    {
        var values = types.IsTimer
            ? ValueColumns.OfOne(Value, ColumnType.Int64, static row => row.Value)
            : ValueColumns.Of(Value, types.Value, static row => row.Value);
        return values.Columns is [{ Type: ColumnType.Text, Name: Value }]
            ? values.Columns
            : [.. values.Columns, new ExportColumn("json", ColumnType.Text, row => values.Fits(row.Value) ? null : new WholeValue(row.Value))];
    }
}
