namespace SavepointCli.Format.Handles;

/// <summary>Tag 1, <c>ByteStreamStateHandle</c>: the bytes themselves.</summary>
/// <param name="Name">Identity of the handle: two inline handles of one name are the same handle to Flink.</param>
/// <param name="Data">The bytes.</param>
public sealed record InlineStreamHandle(string Name, ReadOnlyMemory<byte> Data) : StreamHandle
{
    /// <inheritdoc/>
    public override byte Tag => 1;

    /// <inheritdoc/>
    public override long Size => Data.Length;
}
