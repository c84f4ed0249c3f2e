using SavepointCli.Cluster.Configuration;
using SavepointCli.Cluster.Security;

namespace SavepointCli.Cluster.Discovery.Kubernetes;

/// <summary>
/// Where access to Kubernetes comes from, in the order of Flink's client: <c>kubernetes.config.file</c>, <c>KUBECONFIG</c>,
/// <c>~/.kube/config</c>, the service account of the pod.
/// </summary>
/// <param name="variables">The environment.</param>
/// <param name="serviceAccount">Directory with the token and the certificate of the pod.</param>
internal sealed class KubernetesAccessSearch(
    IReadOnlyDictionary<string, string> variables, string serviceAccount = KubernetesAccessSearch.ServiceAccount)
{
    private const string ServiceAccount = "/var/run/secrets/kubernetes.io/serviceaccount";
    private const string TokenFile = "token";
    private const string CertificateFile = "ca.crt";

    public KubernetesAccess Find(FlinkConfiguration configuration)
    {
        var context = configuration.Find("kubernetes.context");
        var files = Files(configuration.Find("kubernetes.config.file"));
        if (files.Count > 0) return KubeConfig.Read(files).Access(context, IsInside);
        return IsInside
            ? OfServiceAccount()
            : throw new SavepointException(
                ExitCode.Usage,
                "nothing says how to reach Kubernetes: no kubernetes.config.file, no KUBECONFIG, no ~/.kube/config, and this is no pod",
                "set KUBECONFIG, or name the REST endpoint with -m");
    }

    private bool IsInside => Variable("KUBERNETES_SERVICE_HOST") is not null;

    private IReadOnlyList<string> Files(string? configured)
    {
        if (configured is not null) return [configured];
        if (Variable("KUBECONFIG") is { } list)
            return [.. list.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Where(File.Exists)];
        return Variable("HOME") is { } home && Path.Combine(home, ".kube", "config") is var usual && File.Exists(usual) ? [usual] : [];
    }

    private KubernetesAccess OfServiceAccount()
    {
        var host = Variable("KUBERNETES_SERVICE_HOST")!;
        if (host.Contains(':', StringComparison.Ordinal)) host = $"[{host}]";
        var server = new Uri($"https://{host}:{Variable("KUBERNETES_SERVICE_PORT") ?? "443"}/");
        var token = Credentials.ReadFile(Path.Combine(serviceAccount, TokenFile), "the service account");
        var trusted = CertificateStore.LoadTrusted(new StoreSettings(Path.Combine(serviceAccount, CertificateFile), null));
        return new KubernetesAccess(server, new TlsPolicy { Trusted = trusted }, Credentials.Bearer(token), IsInside: true);
    }

    private string? Variable(string name) => variables.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
}
