using System.Text.Encodings.Web;
using System.Text.Json;
using SavepointCli.Operations.State;
using SavepointCli.Storage;

namespace SavepointCli.Operations.Export;

/// <summary>One JSON object a line.</summary>
internal sealed class JsonLinesExportFile : ExportFile
{
    private const byte NewLine = (byte)'\n';

    private readonly Utf8JsonWriter _json;

    public JsonLinesExportFile(IStorageFile file)
        : base(file) => _json = new Utf8JsonWriter(Stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public override void Add(StateEntry entry)
    {
        StateEntryJson.Write(_json, entry);
        _json.Flush();
        _json.Reset();
        Stream.WriteByte(NewLine);
        Rows++;
    }

    public override async ValueTask DisposeAsync()
    {
        if (Stream.CanWrite)
        {
            await _json.DisposeAsync().ConfigureAwait(false);
        }

        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override ValueTask FinishAsync(CancellationToken cancellation) => ValueTask.CompletedTask;
}
