using System.Text.Json.Serialization;

namespace SavepointCli.Engine.Persistence;

/// <summary>Reads and writes the files of job records.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(RecordedSubmission))]
[JsonSerializable(typeof(IReadOnlyList<RecordedSnapshot>))]
internal sealed partial class RecordJson : JsonSerializerContext;
