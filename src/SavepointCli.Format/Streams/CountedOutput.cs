namespace SavepointCli.Format.Streams;

/// <summary>A destination that knows how many bytes it took: positions in a stream that is being written count from where it began.</summary>
internal sealed class CountedOutput(Stream stream)
{
    /// <summary>Bytes written so far.</summary>
    public long Position { get; private set; }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        stream.Write(bytes);
        Position += bytes.Length;
    }

    public void Flush() => stream.Flush();
}
