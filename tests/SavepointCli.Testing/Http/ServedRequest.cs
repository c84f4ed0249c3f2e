using System.Text.Json;

namespace SavepointCli.Testing.Http;

/// <summary>A request that a <see cref="ScriptedServer"/> got.</summary>
public sealed record ServedRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>The body as JSON; null if there is none.</summary>
    public JsonElement? Json => Body.Length == 0 ? null : JsonElement.Parse(Body);
}
