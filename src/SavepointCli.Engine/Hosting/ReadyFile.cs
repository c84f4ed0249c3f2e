using System.Text.Json;
using System.Text.Json.Serialization;

namespace SavepointCli.Engine.Hosting;

/// <summary>
/// What a starter waits for: a file that appears, complete, when the cluster listens, and goes away when the cluster ends in good order.
/// </summary>
/// <param name="Pid">Process id of the cluster.</param>
/// <param name="Url">Where it listens, without path.</param>
/// <param name="LogFile">Where it logs to besides stderr, or null.</param>
internal sealed record ReadyFile(int Pid, string Url, string? LogFile)
{
    /// <summary>Writes it under another name first, so that a reader never sees half of it.</summary>
    public async Task WriteAsync(string path, CancellationToken cancellation)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } directory)
        {
            Directory.CreateDirectory(directory);
        }

        var unfinished = $"{path}.{Pid}.tmp";
        await File.WriteAllBytesAsync(unfinished, JsonSerializer.SerializeToUtf8Bytes(this, ReadyFileJson.Default.ReadyFile), cancellation);
        File.Move(unfinished, path, overwrite: true);
    }
}

/// <summary>Writes the ready file.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReadyFile))]
internal sealed partial class ReadyFileJson : JsonSerializerContext;
