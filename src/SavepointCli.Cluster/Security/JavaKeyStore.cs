using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using SavepointCli.Format;
using SavepointCli.Format.Java;

namespace SavepointCli.Cluster.Security;

/// <summary>
/// The trust stores that <c>keytool</c> made before Java 9 (JKS): magic, version, entries, and at the end a SHA-1 over the
/// password and all bytes before it. Keys are kept in an encryption of Java's own and are not read.
/// </summary>
internal static class JavaKeyStore
{
    private const uint Magic = 0xFEEDFEED;
    private const uint JceksMagic = 0xCECECECE;
    private const int FirstVersion = 1;
    private const int SecondVersion = 2;
    private const int TrustedCertificate = 2;
    private const int SmallestEntry = 20;
    private const int DigestLength = 20;

    /// <summary>What <c>java.security.KeyStore</c> mixes into the digest.</summary>
    private static readonly byte[] Salt = Encoding.ASCII.GetBytes("Mighty Aphrodite");

    public static bool IsOne(ReadOnlySpan<byte> bytes) =>
        bytes.Length > sizeof(uint) && System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes) is Magic or JceksMagic;

    /// <summary>The trusted certificates; the digest is checked where there is a password, as in Java.</summary>
    public static X509Certificate2Collection ReadTrusted(byte[] bytes, StoreSettings store)
    {
        if (bytes.Length < DigestLength + SmallestEntry) throw new CryptographicException("it is cut off");
        if (store.Password is { } password && !Digest(bytes, password).AsSpan().SequenceEqual(bytes.AsSpan()[^DigestLength..]))
            throw new CryptographicException("the password is wrong or the file is damaged");

        try
        {
            return ReadEntries(bytes.AsSpan()[..^DigestLength], store);
        }
        catch (SavepointFormatException exception)
        {
            throw new CryptographicException(exception.Message, exception);
        }
    }

    public static SavepointException HoldsKeys(StoreSettings store) => new(
        ExitCode.Unsupported,
        $"'{store.Path}' is a JKS store with keys, in an encryption that only Java knows",
        $"keytool -importkeystore -srckeystore {store.Path} -destkeystore keys.p12 -deststoretype PKCS12");

    private static X509Certificate2Collection ReadEntries(ReadOnlySpan<byte> bytes, StoreSettings store)
    {
        var reader = new JavaDataReader(bytes);
        _ = reader.ReadInt32();
        var version = reader.ReadInt32();
        if (version is not (FirstVersion or SecondVersion)) throw new CryptographicException($"its version {version} is not known");

        var certificates = new X509Certificate2Collection();
        var count = reader.ReadCount("entries", SmallestEntry);
        for (var i = 0; i < count; i++)
        {
            if (reader.ReadInt32() != TrustedCertificate) throw HoldsKeys(store);
            ModifiedUtf8.Skip(ref reader);
            _ = reader.ReadInt64();
            if (version == SecondVersion) ModifiedUtf8.Skip(ref reader);
            var length = reader.ReadCount("bytes of a certificate", 1);
            certificates.Add(X509CertificateLoader.LoadCertificate(reader.ReadBytes(length)));
        }

        return certificates;
    }

#pragma warning disable CA5350 // the digest that the format has; whom to trust does not rest on it alone
    private static byte[] Digest(byte[] bytes, string password) =>
        SHA1.HashData([.. Encoding.BigEndianUnicode.GetBytes(password), .. Salt, .. bytes.AsSpan()[..^DigestLength]]);
#pragma warning restore CA5350
}
