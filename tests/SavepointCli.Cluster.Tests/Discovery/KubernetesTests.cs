using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using SavepointCli.Cluster.Configuration;
using SavepointCli.Cluster.Discovery.Kubernetes;
using SavepointCli.Testing;
using SavepointCli.Testing.Http;
using SavepointCli.Testing.Recordings;

namespace SavepointCli.Cluster.Tests.Discovery;

/// <summary>An API server over TLS that answers as in the recordings of Flink's own client.</summary>
#pragma warning disable CA1001 // what it owns is disposed of by IAsyncLifetime
public sealed class KubernetesTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private const string ServicePath = "/api/v1/namespaces/default/services/my-flink-rest";
    private const string RecordedPort = "9120";
    private const string Token = "secret-token";

    private readonly TempFolder _folder = new();
    private readonly TestCertificates _certificates = new();
    private readonly Dictionary<string, ServedAnswer> _more = [];
    private ScriptedServer _flink = null!;
    private ScriptedServer _kubernetes = null!;
    private string _recording = "cli-kubernetes-nodeport";

    private static string ProxyPath => ServicePath.Replace("my-flink-rest", "http:my-flink-rest:rest/proxy", StringComparison.Ordinal);

    public Task InitializeAsync()
    {
        _flink = new ScriptedServer(LookedUp.Flink);
        _kubernetes = new ScriptedServer(Answer, new ServedTls(_certificates.Issue("api")));
        WriteConfig($"token: {Token}");
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _kubernetes.DisposeAsync();
        await _flink.DisposeAsync();
        _certificates.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("cli-kubernetes-nodeport")]
    [InlineData("cli-kubernetes-loadbalancer-ip")]
    [InlineData("cli-kubernetes-loadbalancer-pending")]
    public async Task A_service_that_is_open_to_the_outside_is_spoken_to_directly(string recording)
    {
        _recording = recording;

        (await AskVersionAsync()).Should().Be("1.20.5");

        _kubernetes.Requests.Should().OnlyContain(request => request.Headers["Authorization"] == $"Bearer {Token}");
        _flink.Requests.Should().OnlyContain(request => !request.Headers.ContainsKey("Authorization"), "the token is for the API server alone");
    }

    [Fact]
    public async Task The_kind_of_node_address_can_be_chosen()
    {
        _recording = "cli-kubernetes-nodeport-external";

        var endpoint = await LocateAsync(("kubernetes.rest-service.exposed.node-port-address-type", "ExternalIP"));

        endpoint.Address.ToString().Should().Be($"http://{_flink.Address}");
    }

    [Fact]
    public async Task A_service_inside_of_the_cluster_is_reached_through_the_API_server()
    {
        _recording = "cli-kubernetes-clusterip";
        _more[ProxyPath + "/v1/config"] = ServedAnswer.Json("""{"flink-version":"1.20.5"}""");

        (await AskVersionAsync()).Should().Be("1.20.5");

        _kubernetes.Requests[^1].Headers["Authorization"].Should().Be($"Bearer {Token}");
    }

    [Theory]
    [InlineData("/", false, "http://flink.example.com")]
    [InlineData("/orders", true, "https://flink.example.com/orders")]
    [InlineData("/orders(/|$)(.*)", false, "http://flink.example.com/orders")]
    public async Task An_ingress_that_leads_to_the_service_is_used_from_outside(string path, bool secure, string address)
    {
        _recording = "cli-kubernetes-clusterip";
        var tls = secure ? """, "tls":[{"hosts":["flink.example.com"]}]""" : "";
        _more["/apis/networking.k8s.io/v1/namespaces/default/ingresses"] = ServedAnswer.Json($$"""
            {"items":[{"spec":{"rules":[{"host":"flink.example.com","http":{"paths":[
              {"path":"/other","backend":{"service":{"name":"other"} } },
              {"path":{{JsonSerializer.Serialize(path)}},"backend":{"service":{"name":"my-flink-rest"} } } ] } } ]{{tls}} } } ] }
            """);

        (await LocateAsync()).Address.ToString().Should().Be(address);
    }

    [Theory]
    [InlineData("cli-kubernetes-service-missing", ExitCode.NotFound, "Could not get the rest endpoint of my-flink: *")]
    [InlineData("cli-kubernetes-port-name", ExitCode.NotFound, "Failed to find port \"rest\" in Service \"my-flink-rest\"")]
    public async Task What_is_missing_is_said(string recording, ExitCode code, string message)
    {
        _recording = recording;

        var locating = () => LocateAsync();

        (await locating.Should().ThrowAsync<SavepointException>().WithMessage(message)).Which.ExitCode.Should().Be(code);
    }

    [Fact]
    public async Task A_token_that_is_not_let_in_is_forbidden_and_not_shown()
    {
        _more[ServicePath] = ServedAnswer.Json("""{"kind":"Status"}""", 403);

        var locating = () => LocateAsync();

        var fault = (await locating.Should().ThrowAsync<SavepointException>()).Which;
        fault.ExitCode.Should().Be(ExitCode.Forbidden);
        fault.ToString().Should().NotContain(Token);
    }

    [Fact]
    public async Task An_API_server_that_somebody_else_vouches_for_is_not_trusted()
    {
        using var others = new TestCertificates();
        WriteConfig($"token: {Token}", others.Authority);

        var locating = () => LocateAsync();

        (await locating.Should().ThrowAsync<SavepointException>().WithMessage("*is not trusted*"))
            .Which.ExitCode.Should().Be(ExitCode.Unreachable);
        _kubernetes.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_certificate_of_a_user_is_shown_to_the_API_server()
    {
        await _kubernetes.DisposeAsync();
        var user = _certificates.Issue("user");
        _kubernetes = new ScriptedServer(Answer, new ServedTls(_certificates.Issue("api"), WantsClient: true, user));
        WriteConfig($"""
            client-certificate-data: {Base64(user.ExportCertificatePem())}
                client-key-data: {Base64(user.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem())}
            """);

        (await AskVersionAsync()).Should().Be("1.20.5");
    }

    [Fact]
    public async Task Credentials_of_another_program_are_refused_with_a_way_out()
    {
        WriteConfig("exec: { apiVersion: client.authentication.k8s.io/v1, command: aws }");

        var locating = () => LocateAsync();

        var fault = (await locating.Should().ThrowAsync<SavepointException>().WithMessage("*another program (aws)*")).Which;
        fault.ExitCode.Should().Be(ExitCode.Unsupported);
        fault.Hint.Should().Contain("kubectl port-forward");
    }

    [Fact]
    public void A_pod_uses_its_service_account()
    {
        File.WriteAllText(_folder["token"], Token + "\n");
        File.WriteAllText(_folder["ca.crt"], _certificates.Authority.ExportCertificatePem());
        var variables = new Dictionary<string, string> { ["KUBERNETES_SERVICE_HOST"] = "10.0.0.1", ["KUBERNETES_SERVICE_PORT"] = "6443" };

        var access = new KubernetesAccessSearch(variables, _folder.Path).Find(FlinkConfiguration.Empty);

        access.Should().BeEquivalentTo(new { Server = new Uri("https://10.0.0.1:6443/"), Authorization = $"Bearer {Token}", IsInside = true });
        access.Tls.Trusted.Should().ContainSingle();
    }

    [Theory]
    [InlineData("")]
    [InlineData("current-context: x")]
    [InlineData("a: &a [*a]")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    [InlineData("\tx")]
    public async Task A_kubeconfig_that_says_nothing_usable_names_its_file(string content)
    {
        File.WriteAllText(_folder["config"], content);

        var locating = () => LocateAsync();

        (await locating.Should().ThrowAsync<SavepointException>()).Which.Message.Should().Contain(_folder["config"]);
    }

    private Task<string> AskVersionAsync() => LookedUp.AskVersionAsync(Variables(), Select());

    private Task<Cluster.Discovery.ClusterEndpoint> LocateAsync(params (string Key, string Value)[] properties) =>
        LookedUp.LocateAsync(Variables(), Select(properties));

    private Dictionary<string, string> Variables() => new() { ["KUBECONFIG"] = _folder["config"], ["XDG_STATE_HOME"] = _folder.Path };

    private static Cluster.Discovery.ClusterSelection Select(params (string Key, string Value)[] properties) =>
        LookedUp.Select(target: "kubernetes-session", properties: [("kubernetes.cluster-id", "my-flink"), .. properties]);

    private ServedAnswer Answer(ServedRequest request)
    {
        if (_more.TryGetValue(request.Path, out var answer)) return answer;
        foreach (var exchange in RecordingArchive.Rest("1.20.5").Load(_recording).GetProperty("traffic").EnumerateArray())
        {
            if (exchange.GetProperty("request").GetProperty("path").GetString() != request.Path) continue;
            var response = exchange.GetProperty("response");
            var body = response.GetProperty("body").GetRawText()
                .Replace(RecordedPort, _flink.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            return ServedAnswer.Json(body, response.GetProperty("status").GetInt32());
        }

        return ServedAnswer.Json("""{"kind":"Status","status":"Failure","code":404}""", 404);
    }

    private void WriteConfig(string user, X509Certificate2? authority = null)
    {
        var trusted = Base64((authority ?? _certificates.Authority).ExportCertificatePem());
        File.WriteAllText(_folder["config"], $"""
            apiVersion: v1
            kind: Config
            current-context: here
            contexts:
            - name: here
              context: {"{"} cluster: this, user: me {"}"}
            clusters:
            - cluster:
                certificate-authority-data: {trusted}
                server: https://{_kubernetes.Address}
              name: this
            users:
            - name: me
              user:
                {user}
            """);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
