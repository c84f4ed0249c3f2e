using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using SavepointCli.Cluster.Tests.Discovery;
using SavepointCli.Testing;
using SavepointCli.Testing.Http;

namespace SavepointCli.Cluster.Tests.Security;

/// <summary>A cluster over TLS, with certificates made for the test, and Flink's settings for whom to trust and who to be.</summary>
#pragma warning disable CA1001 // what it owns is disposed of by IAsyncLifetime
public sealed class TlsTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private const string Password = "changeit";

    private readonly TempFolder _folder = new();
    private readonly TestCertificates _certificates = new();
    private ScriptedServer _server = null!;

    public Task InitializeAsync()
    {
        _server = new ScriptedServer(LookedUp.Flink, new ServedTls(_certificates.Issue("jobmanager")));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _certificates.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("pem")]
    [InlineData("pkcs12")]
    [InlineData("jks")]
    public async Task A_trust_store_of_any_form_lets_the_cluster_in(string form)
    {
        (await AskAsync(Trust(form))).Should().Be("1.20.5");
    }

    [Fact]
    public async Task Without_a_trust_store_a_private_authority_is_not_trusted()
    {
        var fault = await FailAsync();

        fault.ExitCode.Should().Be(ExitCode.Unreachable);
        fault.Message.Should().Contain("the certificate of the server (CN=jobmanager) is not trusted");
        fault.Hint.Should().Contain("security.ssl.rest.truststore");
        _server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_certificate_for_another_host_is_not_taken_unless_that_is_asked_for()
    {
        await ServeAsync(new ServedTls(_certificates.Issue("elsewhere", "elsewhere.example.com")));

        (await FailAsync(Trust("pem"))).Message.Should().Contain("is not made out to this host");
        (await AskAsync(Trust("pem"), ("security.ssl.verify-hostname", "false"))).Should().Be("1.20.5");
    }

    [Fact]
    public async Task A_leaf_in_the_trust_store_is_trusted_as_in_Java()
    {
        var leaf = _certificates.Issue("jobmanager");
        await ServeAsync(new ServedTls(leaf));
        File.WriteAllText(_folder["leaf.pem"], leaf.ExportCertificatePem());

        (await AskAsync(("security.ssl.rest.truststore", _folder["leaf.pem"]))).Should().Be("1.20.5");
    }

    [Fact]
    public async Task A_fingerprint_pins_the_one_certificate()
    {
        var pinned = _certificates.Issue("jobmanager");
        await ServeAsync(new ServedTls(pinned));
        var fingerprint = pinned.GetCertHashString(HashAlgorithmName.SHA1);

        (await AskAsync(Trust("pem"), ("security.ssl.rest.cert.fingerprint", fingerprint.ToLowerInvariant()))).Should().Be("1.20.5");
        (await FailAsync(Trust("pem"), ("security.ssl.rest.cert.fingerprint", new string('0', 40))))
            .Message.Should().Contain("has the fingerprint");
    }

    [Theory]
    [InlineData("pem")]
    [InlineData("pkcs12")]
    public async Task Mutual_TLS_shows_the_key_that_the_settings_name(string form)
    {
        var client = _certificates.Issue("client");
        await ServeAsync(new ServedTls(_certificates.Issue("jobmanager"), WantsClient: true, client));
        var path = _folder["client." + form];
        var pem = client.ExportCertificatePem() + "\n" + client.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem();
        File.WriteAllBytes(path, form == "pem" ? Encoding.ASCII.GetBytes(pem) : client.Export(X509ContentType.Pkcs12, Password));

        var version = await AskAsync(
            Trust("pem"),
            ("security.ssl.rest.authentication-enabled", "true"),
            ("security.ssl.rest.keystore", path),
            ("security.ssl.rest.keystore-password", Password));

        version.Should().Be("1.20.5");
        (await FailAsync(Trust("pem"))).ExitCode.Should().Be(ExitCode.Unreachable, "a client without a key is not let in");
    }

    [Theory]
    [InlineData("pkcs12", "not-this")]
    [InlineData("jks", "not-this")]
    public async Task A_wrong_password_names_the_store_and_not_the_password(string form, string password)
    {
        var fault = await FailAsync(Trust(form), ("security.ssl.rest.truststore-password", password));

        fault.ExitCode.Should().Be(ExitCode.Usage);
        fault.Message.Should().Contain(_folder["trust." + form]).And.NotContain(password);
    }

    [Fact]
    public async Task A_store_that_is_not_there_is_wrong_usage()
    {
        var fault = await FailAsync(("security.ssl.rest.truststore", _folder["none"]));

        fault.ExitCode.Should().Be(ExitCode.Usage);
        fault.Message.Should().Be($"the certificate store '{_folder["none"]}' is not there");
    }

    [Fact]
    public async Task A_JKS_store_with_keys_is_refused_with_the_command_that_converts_it()
    {
        File.WriteAllBytes(_folder["keys.jks"], [0xFE, 0xED, 0xFE, 0xED, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 1, .. new byte[40]]);

        var fault = await FailAsync(("security.ssl.rest.truststore", _folder["keys.jks"]));

        fault.ExitCode.Should().Be(ExitCode.Unsupported);
        fault.Hint.Should().StartWith($"keytool -importkeystore -srckeystore {_folder["keys.jks"]}");
    }

    [Fact]
    public async Task A_JKS_store_cut_off_anywhere_is_an_error_and_nothing_worse()
    {
        var whole = Jks(_certificates.Authority);
        foreach (var length in Enumerable.Range(0, whole.Length).Where(length => length % 37 == 0))
        {
            File.WriteAllBytes(_folder["cut.jks"], whole[..length]);

            (await FailAsync(("security.ssl.rest.truststore", _folder["cut.jks"]), ("security.ssl.rest.truststore-password", Password)))
                .ExitCode.Should().Be(ExitCode.Usage);
        }
    }

    [Theory]
    [InlineData("SAVEPOINTCTL_TOKEN=abc", "Bearer abc")]
    [InlineData("SAVEPOINTCTL_USER=me;SAVEPOINTCTL_PASSWORD=secret", "Basic bWU6c2VjcmV0")]
    [InlineData("FLINK_REST_CLIENT_HEADERS=Authorization:Own;SAVEPOINTCTL_TOKEN=abc", "Own")]
    public async Task Credentials_of_the_environment_go_into_the_header(string variables, string header)
    {
        await AskAsync(VariablesOf(variables), Trust("pem"));

        _server.Requests.Should().ContainSingle().Which.Headers["Authorization"].Should().Be(header);
    }

    [Fact]
    public async Task Credentials_may_lie_in_a_file()
    {
        File.WriteAllText(_folder["token"], "from-file\n");

        await AskAsync(VariablesOf($"SAVEPOINTCTL_TOKEN_FILE={_folder["token"]}"), Trust("pem"));

        _server.Requests.Should().ContainSingle().Which.Headers["Authorization"].Should().Be("Bearer from-file");
    }

    [Theory]
    [InlineData("SAVEPOINTCTL_TOKEN=a\nb")]
    [InlineData("SAVEPOINTCTL_TOKEN=ab;SAVEPOINTCTL_USER=me")]
    [InlineData("SAVEPOINTCTL_TOKEN_FILE=/no/such/file")]
    public async Task Credentials_that_cannot_be_used_are_wrong_usage(string variables)
    {
        var asking = () => AskAsync(VariablesOf(variables), Trust("pem"));

        var fault = (await asking.Should().ThrowAsync<SavepointException>()).Which;
        fault.ExitCode.Should().Be(ExitCode.Usage);
        fault.Message.Should().NotContain("a\nb");
    }

    private async Task ServeAsync(ServedTls tls)
    {
        await _server.DisposeAsync();
        _server = new ScriptedServer(LookedUp.Flink, tls);
    }

    private Task<string> AskAsync(params (string Key, string Value)[] properties) => AskAsync(VariablesOf(""), properties);

    private Task<string> AskAsync(Dictionary<string, string> variables, params (string Key, string Value)[] properties) =>
        LookedUp.AskVersionAsync(
            variables, LookedUp.Select($"https://{_server.Address}", properties: [("rest.retry.max-attempts", "0"), .. properties]));

    private async Task<SavepointException> FailAsync(params (string Key, string Value)[] properties)
    {
        var asking = () => AskAsync(properties);
        return (await asking.Should().ThrowAsync<SavepointException>()).Which;
    }

    private async Task<SavepointException> FailAsync((string Key, string Value)[] trust, params (string Key, string Value)[] properties) =>
        await FailAsync([.. trust, .. properties]);

    private Task<string> AskAsync((string Key, string Value)[] trust, params (string Key, string Value)[] properties) =>
        AskAsync([.. trust, .. properties]);

    private (string Key, string Value)[] Trust(string form)
    {
        var path = _folder["trust." + form];
        File.WriteAllBytes(path, form switch
        {
            "pem" => Encoding.ASCII.GetBytes(_certificates.Authority.ExportCertificatePem()),
            "pkcs12" => new X509Certificate2Collection(X509CertificateLoader.LoadCertificate(_certificates.Authority.RawData))
                .Export(X509ContentType.Pkcs12, Password)!,
            _ => Jks(_certificates.Authority),
        });
        return [("security.ssl.rest.truststore", path), ("security.ssl.rest.truststore-password", Password)];
    }

    private Dictionary<string, string> VariablesOf(string text)
    {
        var variables = text.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(variable => variable.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1]);
        variables["XDG_STATE_HOME"] = _folder.Path;
        return variables;
    }

    /// <summary>What <c>keytool -importcert -storetype JKS</c> writes.</summary>
#pragma warning disable CA5350 // the digest that the format has
    private static byte[] Jks(X509Certificate2 certificate)
    {
        List<byte> bytes = [0xFE, 0xED, 0xFE, 0xED, .. Int32(2), .. Int32(1), .. Int32(2), .. Utf("ca"), .. new byte[8], .. Utf("X.509")];
        bytes.AddRange(Int32(certificate.RawData.Length));
        bytes.AddRange(certificate.RawData);
        byte[] covered = [.. Encoding.BigEndianUnicode.GetBytes(Password), .. Encoding.ASCII.GetBytes("Mighty Aphrodite"), .. bytes];
        return [.. bytes, .. SHA1.HashData(covered)];
    }
#pragma warning restore CA5350

    private static byte[] Int32(int value)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Utf(string text) => [0, (byte)text.Length, .. Encoding.ASCII.GetBytes(text)];
}
