using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace SavepointCli.Cluster.Security;

/// <summary>
/// Reads the stores that Flink's settings name. What a file is shows in its first bytes: PEM, JKS, else PKCS12; Flink's
/// <c>-type</c> settings are often wrong, and Java looks at the bytes, too.
/// </summary>
internal static class CertificateStore
{
    private const string PemMark = "-----BEGIN ";
    private const int LongestStore = 16 * 1024 * 1024;

    /// <summary>The certificates of a trust store.</summary>
    public static X509Certificate2Collection LoadTrusted(StoreSettings store) => Open(store, bytes =>
    {
        if (JavaKeyStore.IsOne(bytes)) return JavaKeyStore.ReadTrusted(bytes, store);
        if (IsPem(bytes)) return OfPem(bytes);
        return X509CertificateLoader.LoadPkcs12Collection(bytes, store.Password);
    });

    /// <summary>A key with its certificate.</summary>
    public static X509Certificate2 LoadIdentity(StoreSettings store) => Open(store, bytes =>
    {
        if (JavaKeyStore.IsOne(bytes)) throw JavaKeyStore.HoldsKeys(store);
        if (IsPem(bytes)) return IdentityOfPem(bytes, store);
        return X509CertificateLoader.LoadPkcs12Collection(bytes, store.Password).FirstOrDefault(certificate => certificate.HasPrivateKey)
            ?? throw new CryptographicException("it holds no key");
    });

    /// <summary>Certificates in PEM, as kubeconfigs carry them.</summary>
    public static X509Certificate2Collection OfPem(ReadOnlySpan<byte> bytes)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPem(Encoding.UTF8.GetString(bytes));
        return certificates.Count > 0 ? certificates : throw new CryptographicException("it holds no certificate");
    }

    /// <summary>A key and a certificate in PEM.</summary>
    public static X509Certificate2 IdentityOfPem(string certificate, string key, string? password) => password is null
        ? X509Certificate2.CreateFromPem(certificate, key)
        : X509Certificate2.CreateFromEncryptedPem(certificate, key, password);

    private static X509Certificate2 IdentityOfPem(byte[] bytes, StoreSettings store)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var password = text.Contains("-----BEGIN ENCRYPTED", StringComparison.Ordinal) ? store.KeyPassword ?? store.Password ?? "" : null;
        return IdentityOfPem(text, text, password);
    }

    private static bool IsPem(ReadOnlySpan<byte> bytes) => bytes.IndexOf(Encoding.ASCII.GetBytes(PemMark)) >= 0;

    private static T Open<T>(StoreSettings store, Func<byte[], T> read)
    {
        try
        {
            if (new FileInfo(store.Path) is { Exists: true, Length: > LongestStore })
                throw new CryptographicException("it is too long to be one");
            return read(File.ReadAllBytes(store.Path));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SavepointException(
                ExitCode.Usage,
                $"the certificate store '{store.Path}' is not there",
                "correct security.ssl.rest.truststore or security.ssl.rest.keystore",
                exception);
        }
        catch (CryptographicException exception)
        {
            throw new SavepointException(
                ExitCode.Usage,
                $"the certificate store '{store.Path}' cannot be read: {exception.Message.TrimEnd('.')}",
                "check its password; PKCS12, PEM and (for trust) JKS are read",
                exception);
        }
    }
}
