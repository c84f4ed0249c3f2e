using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SavepointCli.Operations.State;

namespace SavepointCli.Rendering;

/// <summary>One JSON object a line.</summary>
internal sealed class StateLinesRenderer : IStateRenderer
{
    private readonly TextWriter _output;
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly Utf8JsonWriter _json;
    private char[] _text = new char[256];

    public StateLinesRenderer(TextWriter output)
    {
        _output = output;
        // The lines are no part of a web page: letters of any script stay readable.
        _json = new Utf8JsonWriter(_line, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    public void Write(StateEntry entry)
    {
        StateEntryJson.Write(_json, entry);
        _json.Flush();
        if (_text.Length < _line.WrittenCount) _text = new char[Math.Max(_line.WrittenCount, 2 * _text.Length)];
        var length = Encoding.UTF8.GetChars(_line.WrittenSpan, _text);
        _output.WriteLine(_text.AsSpan(0, length));
        _line.ResetWrittenCount();
        _json.Reset();
    }

    public void Complete()
    {
    }

    public void Dispose() => _json.Dispose();
}
