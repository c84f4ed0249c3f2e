using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using SavepointCli.Cluster.Security;
using YamlDotNet.Core;

namespace SavepointCli.Cluster.Discovery.Kubernetes;

/// <summary>One or more kubeconfig files; where several define the same name, the first counts, as for <c>kubectl</c>.</summary>
internal sealed class KubeConfig
{
    private const long LongestFile = 16 * 1024 * 1024;

    private readonly IReadOnlyList<(string Path, YamlNode Root)> _files;

    private KubeConfig(IReadOnlyList<(string Path, YamlNode Root)> files) => _files = files;

    public static KubeConfig Read(IReadOnlyList<string> paths) => new([.. paths.Select(path => (path, Parse(path)))]);

    /// <summary>Cluster and user of a context.</summary>
    /// <param name="name">The context; null for the current one.</param>
    /// <param name="isInside">Whether we run in a pod.</param>
    public KubernetesAccess Access(string? name, bool isInside)
    {
        name ??= _files.Select(file => file.Root.Find("current-context")).FirstOrDefault(context => context is not null)
            ?? throw Incomplete("names no current-context", "kubectl config use-context NAME, or -Dkubernetes.context=NAME");
        var (_, context) = Find("contexts", "context", name);
        var clusterName = context.Find("cluster") ?? throw Incomplete($"has the context '{name}' without cluster");
        var (clusterFile, cluster) = Find("clusters", "cluster", clusterName);
        var (userFile, user) = context.Find("user") is { } person ? Find("users", "user", person) : (clusterFile, new YamlNode());

        var server = cluster.Find("server") ?? throw Incomplete($"has no server for the context '{name}'");
        if (!Uri.TryCreate(server.TrimEnd('/') + "/", UriKind.Absolute, out var address))
            throw Incomplete($"has the server '{server}', which is no URL");
        return new KubernetesAccess(address, TlsOf(clusterFile, cluster, userFile, user), AuthorizationOf(userFile, user), isInside);
    }

    private static YamlNode Parse(string path)
    {
        try
        {
            if (new FileInfo(path).Length > LongestFile) throw new YamlException("too long");
            using var text = File.OpenText(path);
            return YamlNode.Parse(text);
        }
        catch (Exception exception) when (exception is YamlException or IOException or UnauthorizedAccessException)
        {
            throw new SavepointException(
                ExitCode.Usage,
                $"the kubeconfig '{path}' cannot be read: {exception.Message}",
                "kubectl config view shows what is in it",
                exception);
        }
    }

    private (string Path, YamlNode Node) Find(string list, string kind, string name)
    {
        foreach (var (path, root) in _files)
        {
            if (root[list]?.Items.FirstOrDefault(item => item.Find("name") == name)?[kind] is { } found) return (path, found);
        }

        throw Incomplete($"has no {kind} '{name}'");
    }

    private TlsPolicy TlsOf(string clusterFile, YamlNode cluster, string userFile, YamlNode user)
    {
        try
        {
            var trusted = Bytes(clusterFile, cluster, "certificate-authority");
            var certificate = Bytes(userFile, user, "client-certificate");
            var key = Bytes(userFile, user, "client-key");
            return new TlsPolicy
            {
                Trusted = trusted is null ? null : CertificateStore.OfPem(trusted),
                Identity = certificate is null || key is null ? null : IdentityOf(certificate, key),
                TrustsAnyone = cluster.Find("insecure-skip-tls-verify") == "true",
                ServerName = cluster.Find("tls-server-name"),
            };
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException or IOException)
        {
            throw Incomplete($"holds a certificate that cannot be read: {exception.Message}");
        }
    }

    private static X509Certificate2 IdentityOf(byte[] certificate, byte[] key) =>
        CertificateStore.IdentityOfPem(Encoding.UTF8.GetString(certificate), Encoding.UTF8.GetString(key), null);

    private static string? AuthorizationOf(string file, YamlNode user)
    {
        if (user["exec"] is not null || user["auth-provider"] is not null)
        {
            throw new SavepointException(
                ExitCode.Unsupported,
                $"the kubeconfig '{file}' gets its credentials from another program ({user["exec"]?.Find("command") ?? "auth-provider"}), "
                + "which is not run",
                "give the user a token, for example of kubectl create token; or kubectl port-forward, and -m localhost:PORT");
        }

        if (user.Find("token") is { } token) return Credentials.Bearer(token);
        if (user.Find("tokenFile") is { } path) return Credentials.Bearer(Credentials.ReadFile(Beside(file, path), "the kubeconfig"));
        return user.Find("username") is { } name
            ? "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{user.Find("password")}"))
            : null;
    }

    /// <summary>The value itself in base64 (<c>-data</c>), or the file that is named, relative to the kubeconfig.</summary>
    private static byte[]? Bytes(string file, YamlNode node, string name)
    {
        if (node.Find(name + "-data") is { } data) return Convert.FromBase64String(data);
        return node.Find(name) is { } path ? File.ReadAllBytes(Beside(file, path)) : null;
    }

    private static string Beside(string file, string path) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, path);

    private SavepointException Incomplete(string what, string? hint = null) => new(
        ExitCode.Usage,
        $"the kubeconfig '{string.Join(Path.PathSeparator, _files.Select(file => file.Path))}' {what}",
        hint ?? "kubectl config view shows what is in it");
}
