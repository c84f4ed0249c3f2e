using System.Xml;
using SavepointCli.Cluster.Configuration;

namespace SavepointCli.Cluster.Discovery.Yarn;

/// <summary>
/// Hadoop's settings as far as they say where the ResourceManager is: <c>yarn-site.xml</c> below <c>HADOOP_CONF_DIR</c> or
/// <c>YARN_CONF_DIR</c>, overridden by Flink's <c>flink.yarn.*</c> and <c>flink.hadoop.*</c>, and by the plain <c>yarn.*</c> keys.
/// </summary>
internal sealed class HadoopConfiguration(IReadOnlyDictionary<string, string> site, FlinkConfiguration flink)
{
    private const string WebPort = "8088";
    private const string SecureWebPort = "8090";
    private const int LongestFile = 16 * 1024 * 1024;

    public static HadoopConfiguration Read(IReadOnlyDictionary<string, string> variables, FlinkConfiguration flink)
    {
        var site = new Dictionary<string, string>();
        foreach (var name in (string[])["HADOOP_CONF_DIR", "YARN_CONF_DIR"])
        {
            if (variables.GetValueOrDefault(name) is not { Length: > 0 } directory) continue;
            foreach (var file in (string[])["core-site.xml", "yarn-site.xml"]) ReadInto(site, Path.Combine(directory, file));
        }

        return new HadoopConfiguration(site, flink);
    }

    /// <summary>The addresses of the ResourceManagers' web services; with high availability one of several is the active one.</summary>
    public IReadOnlyList<Uri> ResourceManagers()
    {
        var secure = Find("yarn.http.policy") == "HTTPS_ONLY";
        IEnumerable<string> suffixes = Find("yarn.resourcemanager.ha.rm-ids") is { } ids
            ? ids.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(id => "." + id)
            : [""];
        return [.. suffixes.Select(suffix => AddressOf(suffix, secure)).OfType<Uri>()];
    }

    private Uri? AddressOf(string suffix, bool secure)
    {
        var key = secure ? "yarn.resourcemanager.webapp.https.address" : "yarn.resourcemanager.webapp.address";
        var host = Find("yarn.resourcemanager.hostname" + suffix);
        var address = Find(key + suffix) ?? (host is null ? null : $"{host}:{(secure ? SecureWebPort : WebPort)}");
        if (address is null) return null;

        address = address.Replace("${yarn.resourcemanager.hostname}", host, StringComparison.Ordinal);
        var text = address.Contains("://", StringComparison.Ordinal) ? address : $"{(secure ? "https" : "http")}://{address}";
        return Uri.TryCreate(text, UriKind.Absolute, out var uri)
            ? uri
            : throw new SavepointException(ExitCode.Usage, $"the value '{address}' of '{key}{suffix}' is no host and port", "HOST:8088");
    }

    private string? Find(string key) =>
        flink.Find("flink.yarn." + key)
        ?? flink.Find("flink.hadoop." + key)
        ?? flink.Find(key)
        ?? site.GetValueOrDefault(key);

    private static void ReadInto(Dictionary<string, string> settings, string path)
    {
        if (!File.Exists(path)) return;
        var options = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreWhitespace = true,
            MaxCharactersInDocument = LongestFile,
        };
        try
        {
            using var reader = XmlReader.Create(path, options);
            string? name = null;
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element) continue;
                if (reader.LocalName == "property") name = null;
                if (reader.LocalName is not ("name" or "value") || reader.IsEmptyElement) continue;

                var isName = reader.LocalName == "name";
                var text = reader.Read() && reader.NodeType == XmlNodeType.Text ? reader.Value.Trim() : "";
                if (isName) name = text;
                else if (name is not null) settings[name] = text;
            }
        }
        catch (XmlException exception)
        {
            throw new SavepointException(
                ExitCode.Usage,
                $"{path}, line {exception.LineNumber}: {exception.Message}",
                "correct the file, or name the cluster with -m",
                exception);
        }
    }
}
