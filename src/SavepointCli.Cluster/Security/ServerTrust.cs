using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SavepointCli.Cluster.Security;

/// <summary>Decides on a server's certificate, and says in words why it does not do.</summary>
internal sealed class ServerTrust(TlsPolicy policy)
{
    private const X509ChainStatusFlags NoTrustedEnd = X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.UntrustedRoot;

    [SuppressMessage("Security", "CA5359", Justification = "Accept refuses by an exception, because its message says why.")]
    public SslClientAuthenticationOptions Options()
    {
        var options = new SslClientAuthenticationOptions
        {
            EnabledSslProtocols = policy.Protocols,
            RemoteCertificateValidationCallback = Accept,
        };
        if (policy.ServerName is { } name) options.TargetHost = name;
        if (policy.Identity is { } identity)
            options.ClientCertificateContext = SslStreamCertificateContext.Create(identity, null, offline: true);
        if (policy.Trusted is { } trusted)
        {
            options.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(trusted);
        }

        return options;
    }

    private bool Accept(object sender, X509Certificate? shown, X509Chain? chain, SslPolicyErrors errors)
    {
        if (shown is not X509Certificate2 certificate) throw new AuthenticationException("the server shows no certificate");
        if (policy.Fingerprint is { } wanted && !FingerprintOf(certificate).Equals(wanted, StringComparison.OrdinalIgnoreCase))
        {
            throw new AuthenticationException(
                $"the certificate of the server ({certificate.Subject}) has the fingerprint {FingerprintOf(certificate)}, not {wanted}");
        }

        if (policy.TrustsAnyone) return true;
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) && !EndsAtTrusted(chain))
        {
            throw new AuthenticationException(
                $"the certificate of the server ({certificate.Subject}) is not trusted: {Reasons(chain)}");
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) && policy.VerifiesHostname)
            throw new AuthenticationException($"the certificate of the server ({certificate.Subject}) is not made out to this host");
        return true;
    }

    /// <summary>To Java any certificate of a trust store ends the search, also one that somebody else has signed.</summary>
    private bool EndsAtTrusted(X509Chain? chain) =>
        policy.Trusted is { } trusted
        && chain is not null
        && chain.ChainStatus.All(status => (status.Status & ~NoTrustedEnd) == X509ChainStatusFlags.NoError)
        && chain.ChainElements.Any(element => trusted.Any(known => IsSame(known, element.Certificate)));

    private static bool IsSame(X509Certificate2 one, X509Certificate2 other) =>
        one.RawDataMemory.Span.SequenceEqual(other.RawDataMemory.Span);

    private static string Reasons(X509Chain? chain) =>
        string.Join(", ", chain?.ChainStatus.Select(status => status.StatusInformation.Trim().TrimEnd('.')).Distinct() ?? ["no chain"]);

#pragma warning disable CA5350 // Flink pins by SHA-1, in addition to the chain
    private static string FingerprintOf(X509Certificate2 certificate) => certificate.GetCertHashString(HashAlgorithmName.SHA1);
#pragma warning restore CA5350
}
