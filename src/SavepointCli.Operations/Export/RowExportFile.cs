using SavepointCli.Format.Values;
using SavepointCli.Operations.State;
using SavepointCli.Storage;

namespace SavepointCli.Operations.Export;

/// <summary>A file of rows: one for a keyed entry, one for each element of operator state.</summary>
internal abstract class RowExportFile(IStorageFile file) : ExportFile(file)
{
    public sealed override void Add(StateEntry entry)
    {
        if (entry.KeyGroup is not null)
        {
            AddRow(new ExportRow(entry, entry.Key, entry.Value is ITtlValue ttl ? ttl.Value : entry.Value, Index: 0));
        }
        else if (entry.Value is FlinkMap map)
        {
            foreach (var (key, value) in map)
            {
                AddRow(new ExportRow(entry, key, value, Index: 0));
            }
        }
        else if (entry.Value is IReadOnlyList<object?> elements)
        {
            for (var i = 0; i < elements.Count; i++)
            {
                AddRow(new ExportRow(entry, Key: null, elements[i], i));
            }
        }
        else
        {
            AddRow(new ExportRow(entry, Key: null, entry.Value, Index: 0));
        }
    }

    protected abstract void Write(ExportRow row);

    private void AddRow(ExportRow row)
    {
        Write(row);
        Rows++;
    }
}
