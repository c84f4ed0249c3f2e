using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace SavepointCli.Engine.Rest;

/// <summary>Reads the body of a request: JSON into memory up to a limit, files to disk or to nowhere.</summary>
internal sealed class RequestContentReader(long maxContentLength)
{
    private const string JsonPart = "request";
    private const int MaxParts = 1000;
    private const int MaxBoundaryLength = 256;
    private const int CopyBufferSize = 81920;

    /// <summary>Whether the request carries a multipart body, to which the limit of the content length does not apply.</summary>
    public static bool IsMultipart(HttpRequest request) =>
        HttpMethods.IsPost(request.Method)
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the request announces more than the server takes.</summary>
    public bool AnnouncesTooMuch(HttpRequest request) => request.ContentLength > maxContentLength && !IsMultipart(request);

    /// <summary>Reads the whole body. What was put on disk is listed in <paramref name="files"/> even if reading fails later.</summary>
    /// <returns>The content, or null with the refusal.</returns>
    public async Task<(RequestContent? Content, RestAnswer? Refusal)> ReadAsync(
        HttpRequest request, RestRoute route, List<UploadedFile> files, CancellationToken cancellation)
    {
        if (IsMultipart(request))
        {
            try
            {
                return await ReadPartsAsync(request, route, files, cancellation);
            }
            catch (Exception fault) when (IsMalformedMultipart(fault))
            {
                return (null, RestAnswer.BrokenOff(fault.Message));
            }
        }

        return await ReadJsonAsync(request.Body, cancellation) is { } json
            ? (new RequestContent(json, []), null)
            : (null, RestAnswer.TooLarge());
    }

    private async Task<(RequestContent? Content, RestAnswer? Refusal)> ReadPartsAsync(
        HttpRequest request, RestRoute route, List<UploadedFile> files, CancellationToken cancellation)
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(request.ContentType).Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > MaxBoundaryLength)
        {
            return (null, RestAnswer.BrokenOff("The multipart body names no boundary."));
        }

        var json = ReadOnlyMemory<byte>.Empty;
        var reader = new MultipartReader(boundary, request.Body);
        for (var parts = 0; await reader.ReadNextSectionAsync(cancellation) is { } part; parts++)
        {
            if (parts == MaxParts)
            {
                return (null, RestAnswer.TooLarge());
            }

            var disposition = part.GetContentDispositionHeader();
            if (FileNameOf(disposition) is { } fileName)
            {
                await ReceiveAsync(part.Body, fileName, route.UploadDirectory, files, cancellation);
            }
            else if (HeaderUtilities.RemoveQuotes(disposition?.Name ?? "") is var name && name != JsonPart)
            {
                return (null, RestAnswer.BrokenOff($"Received unknown attribute {name}."));
            }
            else if (await ReadJsonAsync(part.Body, cancellation) is { } document)
            {
                json = document;
            }
            else
            {
                return (null, RestAnswer.TooLarge());
            }
        }

        return files.Count > 0 && !route.TakesFiles
            ? (null, RestAnswer.Handled(StatusCodes.Status400BadRequest, "File uploads not allowed."))
            : (new RequestContent(json, files), null);
    }

    private async Task<ReadOnlyMemory<byte>?> ReadJsonAsync(Stream body, CancellationToken cancellation)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[CopyBufferSize];
        for (int read; (read = await body.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (memory.Length + read > maxContentLength)
            {
                return null;
            }

            memory.Write(buffer, 0, read);
        }

        return memory.ToArray();
    }

    private static async Task ReceiveAsync(
        Stream part, string name, string? directory, List<UploadedFile> files, CancellationToken cancellation)
    {
        if (directory is null)
        {
            files.Add(new UploadedFile(name, null));
            await part.CopyToAsync(Stream.Null, cancellation);
            return;
        }

        Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, Guid.NewGuid().ToString("N"));
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, CopyBufferSize, useAsync: true);
        files.Add(new UploadedFile(name, path));
        await part.CopyToAsync(file, cancellation);
    }

    private static string? FileNameOf(ContentDispositionHeaderValue? disposition)
    {
        var name = disposition is null ? default : disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
        if (!name.HasValue)
        {
            return null;
        }

        // Browsers of other systems send their own separators; neither kind may reach the file system.
        var text = HeaderUtilities.RemoveQuotes(name).Value ?? "";
        return text[(text.LastIndexOfAny(['/', '\\']) + 1)..];
    }

    /// <summary>
    /// The reader of multipart bodies reports a body that breaks off as an <see cref="IOException"/> of its own making; those of the
    /// file system carry the error of the system.
    /// </summary>
    private static bool IsMalformedMultipart(Exception fault)
    {
        const int noSystemError = unchecked((int)0x80131620);
        return fault is InvalidDataException || fault.GetType() == typeof(IOException) && fault.HResult == noSystemError;
    }
}
