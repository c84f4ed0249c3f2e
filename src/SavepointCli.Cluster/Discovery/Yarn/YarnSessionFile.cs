using System.Text.RegularExpressions;
using SavepointCli.Cluster.Configuration;

namespace SavepointCli.Cluster.Discovery.Yarn;

/// <summary>What <c>yarn-session.sh</c> leaves behind, so that later commands of the same person find the session.</summary>
/// <param name="Application">Id of the application.</param>
/// <param name="Properties">Settings that the session was started with.</param>
internal sealed partial record YarnSessionFile(string Application, IReadOnlyList<KeyValuePair<string, string>> Properties)
{
    private const string PropertySeparator = "@@";
    private const long LongestFile = 1024 * 1024;

    /// <summary>
    /// The file of this person, or null. One without an application id, or with one that is none, counts for nothing, as in Flink;
    /// without Hadoop's configuration Flink does not look for it at all.
    /// </summary>
    public static YarnSessionFile? Find(IReadOnlyDictionary<string, string> variables, FlinkConfiguration file)
    {
        string[] signsOfHadoop = ["HADOOP_CONF_DIR", "YARN_CONF_DIR", "HADOOP_CLASSPATH"];
        if (!signsOfHadoop.Any(name => variables.GetValueOrDefault(name) is { Length: > 0 })) return null;

        var directory = file.Find("yarn.properties-file.location") ?? Path.GetTempPath();
        var person = variables.GetValueOrDefault("USER") is { Length: > 0 } user ? user : Environment.UserName;
        var path = Path.Combine(directory, $".yarn-properties-{person}");
        if (new FileInfo(path) is not { Exists: true, Length: < LongestFile }) return null;

        var properties = JavaProperties(File.ReadLines(path));
        return properties.GetValueOrDefault("applicationID") is { } id && IsApplicationId(id)
            ? new YarnSessionFile(id, Dynamic(properties.GetValueOrDefault("dynamicPropertiesString") ?? ""))
            : null;
    }

    public static bool IsApplicationId(string text) => ApplicationId().IsMatch(text);

    private static Dictionary<string, string> JavaProperties(IEnumerable<string> lines)
    {
        var properties = new Dictionary<string, string>();
        foreach (var line in lines.Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] is not ('#' or '!')))
        {
            var separator = line.AsSpan().IndexOfAny('=', ':');
            if (separator > 0) properties[line[..separator].TrimEnd()] = Unescaped(line[(separator + 1)..].TrimStart());
        }

        return properties;
    }

    /// <summary>Java writes <c>\:</c> and <c>\=</c> for what would end a key.</summary>
    private static string Unescaped(string text) => Escape().Replace(text, "$1");

    private static IReadOnlyList<KeyValuePair<string, string>> Dynamic(string text) =>
    [
        .. from part in text.Split(PropertySeparator, StringSplitOptions.RemoveEmptyEntries)
           let sign = part.IndexOf('=', StringComparison.Ordinal)
           where sign > 0
           select KeyValuePair.Create(part[..sign], part[(sign + 1)..]),
    ];

    [GeneratedRegex(@"\Aapplication_[0-9]{1,19}_[0-9]{1,10}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ApplicationId();

    [GeneratedRegex(@"\\(.)", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
