using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using SavepointCli.Cluster.Configuration;

namespace SavepointCli.Cluster.Security;

/// <summary>Whom to trust as the server of a TLS connection, and who to be.</summary>
public sealed record TlsPolicy
{
    private const string Prefix = "security.ssl.rest.";
    private const string SharedPrefix = "security.ssl.";

    /// <summary>Trusts what the system trusts, and is nobody in particular.</summary>
    public static TlsPolicy System { get; } = new();

    /// <summary>The certificates that signatures must lead to; null for those of the system.</summary>
    public X509Certificate2Collection? Trusted { get; init; }

    /// <summary>Shown to the server (mutual TLS); null for none.</summary>
    public X509Certificate2? Identity { get; init; }

    /// <summary>Whether the certificate has to name the host.</summary>
    public bool VerifiesHostname { get; init; } = true;

    /// <summary>Whether any certificate will do (<c>insecure-skip-tls-verify</c> of a kubeconfig).</summary>
    public bool TrustsAnyone { get; init; }

    /// <summary>SHA-1 of the one certificate that is accepted, as hex digits; null for any that is trusted.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>The name to ask for and to find in the certificate, if it is not the host's.</summary>
    public string? ServerName { get; init; }

    /// <summary>The version of TLS; none for what the system deems fit.</summary>
    public SslProtocols Protocols { get; init; } = SslProtocols.None;

    /// <summary>Reads <c>security.ssl.rest.*</c>, with <c>security.ssl.*</c> where the former is not set, and the files it names.</summary>
    public static TlsPolicy Of(FlinkConfiguration configuration) => new()
    {
        Trusted = StoreOf(configuration, "truststore") is { } trust ? CertificateStore.LoadTrusted(trust) : null,
        Identity = !configuration.FindBoolean(Prefix + "authentication-enabled")
            ? null
            : CertificateStore.LoadIdentity(StoreOf(configuration, "keystore") ?? throw NoKeystore()),
        VerifiesHostname = configuration.Find(SharedPrefix + "verify-hostname") is null
            || configuration.FindBoolean(SharedPrefix + "verify-hostname"),
        Fingerprint = configuration.Find(Prefix + "cert.fingerprint")?.Replace(":", "", StringComparison.Ordinal),
        Protocols = ProtocolsOf(configuration.Find(SharedPrefix + "protocol")),
    };

    private static StoreSettings? StoreOf(FlinkConfiguration configuration, string name) => Find(configuration, name) is not { } path
        ? null
        : new StoreSettings(path, Find(configuration, name + "-password"))
        {
            KeyPassword = Find(configuration, "key-password"),
        };

    private static string? Find(FlinkConfiguration configuration, string name) =>
        configuration.Find(Prefix + name) ?? configuration.Find(SharedPrefix + name);

    private static SslProtocols ProtocolsOf(string? name) => name switch
    {
        null => SslProtocols.None,
        "TLSv1.2" => SslProtocols.Tls12,
        "TLSv1.3" => SslProtocols.Tls13,
        _ => throw new SavepointException(
            ExitCode.Usage, $"security.ssl.protocol is '{name}', which is not offered", "TLSv1.2 or TLSv1.3; or leave it out"),
    };

    private static SavepointException NoKeystore() => new(
        ExitCode.Usage,
        "security.ssl.rest.authentication-enabled is set, but no security.ssl.rest.keystore",
        "name a PKCS12 or PEM file with the key and its certificate");
}
