using System.Text.Json;
using SavepointCli.Cluster.Journal;

namespace SavepointCli.Cluster.Discovery;

/// <summary>What <c>cluster start</c> leaves behind, so that later commands of the same person find the cluster.</summary>
/// <param name="Pid">Process id of the engine.</param>
/// <param name="Url">Where it listens.</param>
/// <param name="LogFile">Its log.</param>
public sealed record EmbeddedClusterRecord(int Pid, string Url, string? LogFile)
{
    private const string FileName = "cluster.json";

    /// <summary>Where the record lies: <c>$XDG_STATE_HOME/savepointctl/cluster.json</c>, by default below <c>~/.local/state</c>.</summary>
    public static string PathFor(IReadOnlyDictionary<string, string> variables) => Path.Combine(StateDirectory.Of(variables), FileName);

    /// <summary>The record, or null if no cluster was started or it was stopped again.</summary>
    public static EmbeddedClusterRecord? Find(IReadOnlyDictionary<string, string> variables)
    {
        var path = PathFor(variables);
        return File.Exists(path) ? Read(path) : null;
    }

    /// <summary>Reads a record, be it ours or the engine's ready file.</summary>
    public static EmbeddedClusterRecord Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), EmbeddedClusterJson.Default.EmbeddedClusterRecord)
                ?? throw new JsonException("null");
        }
        catch (JsonException exception)
        {
            throw new SavepointException(
                ExitCode.Usage, $"'{path}' is no record of an embedded cluster", $"remove the file '{path}'", exception);
        }
    }

    /// <summary>Writes the record; the file appears whole or not at all.</summary>
    public void Save(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.{Environment.ProcessId}";
        File.WriteAllBytes(unfinished, JsonSerializer.SerializeToUtf8Bytes(this, EmbeddedClusterJson.Default.EmbeddedClusterRecord));
        File.Move(unfinished, path, overwrite: true);
    }
}
