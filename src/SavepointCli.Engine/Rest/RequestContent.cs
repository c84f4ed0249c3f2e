namespace SavepointCli.Engine.Rest;

/// <summary>The body of a request as the handlers need it.</summary>
/// <param name="Json">The JSON document: the whole body, or the part <c>request</c> of a multipart body; empty if there is none.</param>
/// <param name="Files">The files of a multipart body, in their order.</param>
internal sealed record RequestContent(ReadOnlyMemory<byte> Json, IReadOnlyList<UploadedFile> Files)
{
    /// <summary>No body.</summary>
    public static RequestContent None { get; } = new(default, []);
}
