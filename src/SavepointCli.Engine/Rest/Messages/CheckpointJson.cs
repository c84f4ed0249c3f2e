using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SavepointCli.Engine.Rest.Messages;

/// <summary>Writes the checkpoint statistics, whose fields are spelt with underscores.</summary>
[JsonSerializable(typeof(CheckpointsAnswer))]
[JsonSerializable(typeof(CheckpointAnswer))]
[JsonSerializable(typeof(CheckpointConfigAnswer))]
[JsonSerializable(typeof(CheckpointSubtasksAnswer))]
internal sealed partial class CheckpointJson : JsonSerializerContext
{
    /// <summary>Text goes out as it is, see <see cref="RestJson.Shared"/>.</summary>
    public static CheckpointJson Shared { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
