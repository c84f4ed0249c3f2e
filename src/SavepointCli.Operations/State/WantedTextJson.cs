using System.Text.Json.Serialization;

namespace SavepointCli.Operations.State;

/// <summary>Makes JSON texts without reflection.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class WantedTextJson : JsonSerializerContext;
