using Parquet;
using Parquet.Schema;

namespace SavepointCli.Operations.Tests.Export;

/// <summary>Reads Parquet files back.</summary>
internal static class ParquetRows
{
    public static async Task<List<Dictionary<string, object?>>> ReadAsync(string path)
    {
        await using var reader = await ParquetReader.CreateAsync(path);
        var rows = new List<Dictionary<string, object?>>();
        for (var index = 0; index < reader.RowGroupCount; index++)
        {
            using var group = reader.OpenRowGroupReader(index);
            var first = rows.Count;
            for (var i = 0; i < group.RowCount; i++)
            {
                rows.Add([]);
            }

            foreach (var field in reader.Schema.DataFields)
            {
                var cells = await ReadAsync(group, field);
                for (var i = 0; i < cells.Length; i++)
                {
                    rows[first + i][field.Name] = cells[i];
                }
            }
        }

        return rows;
    }

    public static async Task<Dictionary<string, Type>> SchemaAsync(string path)
    {
        await using var reader = await ParquetReader.CreateAsync(path);
        return reader.Schema.DataFields.ToDictionary(field => field.Name, field => TypeOf(field));
    }

    private static Type TypeOf(DataField field) =>
        field.ClrType == typeof(ReadOnlyMemory<char>) ? typeof(string) : field.ClrType == typeof(ReadOnlyMemory<byte>) ? typeof(byte[]) : field.ClrType;

    private static async Task<object?[]> ReadAsync(ParquetRowGroupReader group, DataField field) => field.ClrType switch
    {
        var type when type == typeof(bool) => await ReadAsync<bool>(group, field),
        var type when type == typeof(int) => await ReadAsync<int>(group, field),
        var type when type == typeof(long) => await ReadAsync<long>(group, field),
        var type when type == typeof(float) => await ReadAsync<float>(group, field),
        var type when type == typeof(double) => await ReadAsync<double>(group, field),
        var type when type == typeof(ReadOnlyMemory<byte>) => await ReadBytesAsync(group, field),
        _ => await ReadTextsAsync(group, field),
    };

    private static async Task<object?[]> ReadAsync<T>(ParquetRowGroupReader group, DataField field)
        where T : struct
    {
        var cells = new T?[group.RowCount];
        await group.ReadAsync<T>(field, cells.AsMemory());
        return [.. cells.Select(cell => (object?)cell)];
    }

    private static async Task<object?[]> ReadTextsAsync(ParquetRowGroupReader group, DataField field)
    {
        var cells = new string?[group.RowCount];
        await group.ReadAsync(field, cells.AsMemory());
        return cells;
    }

    private static async Task<object?[]> ReadBytesAsync(ParquetRowGroupReader group, DataField field)
    {
        var cells = new byte[]?[group.RowCount];
        await group.ReadAsync(field, cells.AsMemory());
        return cells;
    }
}
