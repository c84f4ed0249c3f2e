using System.Text.Json.Serialization;
using SavepointCli.Cluster.Rest;

namespace SavepointCli.Cluster.Journal;

/// <summary>Serialization of the journal without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    Converters = [typeof(JobIdConverter), typeof(TriggerIdConverter)])]
[JsonSerializable(typeof(OperationRecord))]
internal sealed partial class JournalJson : JsonSerializerContext;
