using System.Text.Json.Serialization;

namespace SavepointCli.Engine.Web.Messages;

/// <summary>Writes the documents of the web page, in camel case as its scripts spell them.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SessionAnswer))]
[JsonSerializable(typeof(JobsAnswer))]
[JsonSerializable(typeof(SnapshotsAnswer))]
[JsonSerializable(typeof(SnapshotAnswer))]
[JsonSerializable(typeof(EntriesAnswer))]
[JsonSerializable(typeof(PreviewAnswer))]
internal sealed partial class WebJson : JsonSerializerContext;
