using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;

namespace SavepointCli.Engine.Web;

/// <summary>A file of the web page, packed once for all who ask.</summary>
internal sealed class WebAsset
{
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    private readonly Dictionary<string, byte[]> _encodings;

    /// <summary>Packs the file.</summary>
    /// <param name="name">Its name, which says what it is.</param>
    /// <param name="content">Its bytes.</param>
    public WebAsset(string name, byte[] content)
    {
        ContentType = ContentTypes.TryGetContentType(name, out var type)
            ? type.StartsWith("text/", StringComparison.Ordinal) ? $"{type}; charset=utf-8" : type
            : throw new InvalidOperationException($"the page has a file of unknown type: {name}");
        ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8))}\"";
        Content = content;
        _encodings = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase)
        {
            ["br"] = Pack(content, to => new BrotliStream(to, CompressionLevel.Optimal)),
            ["gzip"] = Pack(content, to => new GZipStream(to, CompressionLevel.SmallestSize)),
        };
    }

    /// <summary>The media type.</summary>
    public string ContentType { get; }

    /// <summary>Changes with the content.</summary>
    public string ETag { get; }

    /// <summary>The bytes as they are.</summary>
    public byte[] Content { get; }

    /// <summary>The bytes in the best encoding that the client takes.</summary>
    /// <param name="accepted">Encodings that the client names, without weights.</param>
    /// <param name="encoding">Name of the encoding, or null for none.</param>
    public byte[] Encoded(IReadOnlyCollection<string> accepted, out string? encoding)
    {
        encoding = _encodings.Keys.FirstOrDefault(known => accepted.Contains(known, StringComparer.OrdinalIgnoreCase));
        return encoding is null ? Content : _encodings[encoding];
    }

    private static byte[] Pack(byte[] content, Func<Stream, Stream> encoder)
    {
        using var packed = new MemoryStream();
        using (var stream = encoder(packed))
        {
            stream.Write(content);
        }

        return packed.ToArray();
    }
}
