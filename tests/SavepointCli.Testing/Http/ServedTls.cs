using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace SavepointCli.Testing.Http;

/// <summary>TLS on the side of a <see cref="ScriptedServer"/>.</summary>
/// <param name="Certificate">What it shows.</param>
/// <param name="WantsClient">Whether the client has to show a certificate, too; any will do that <paramref name="Clients"/> holds.</param>
/// <param name="Clients">The clients that are let in.</param>
public sealed record ServedTls(X509Certificate2 Certificate, bool WantsClient = false, X509Certificate2? Clients = null)
{
    internal async Task<Stream> SecureAsync(Stream inner, CancellationToken cancellation)
    {
        var secured = new SslStream(inner);
        var options = new SslServerAuthenticationOptions
        {
            ServerCertificate = Certificate,
            ClientCertificateRequired = WantsClient,
            RemoteCertificateValidationCallback = (_, shown, _, _) =>
                !WantsClient || (shown is not null && Clients is not null && shown.GetCertHashString() == Clients.GetCertHashString()),
        };
        await secured.AuthenticateAsServerAsync(options, cancellation);
        return secured;
    }
}
