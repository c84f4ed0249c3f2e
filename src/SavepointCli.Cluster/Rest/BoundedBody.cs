namespace SavepointCli.Cluster.Rest;

/// <summary>The body of an answer, read no further than it is believed.</summary>
/// <param name="Bytes">What was read.</param>
/// <param name="IsComplete">False if there was more than the limit; then the bytes are only its beginning.</param>
internal sealed record BoundedBody(ReadOnlyMemory<byte> Bytes, bool IsComplete)
{
    /// <summary>An error message has no reason to be longer.</summary>
    private const long LongestErrorBody = 1024 * 1024;

    private const int FirstBuffer = 16 * 1024;

    public static async Task<BoundedBody> ReadAsync(HttpResponseMessage response, long limit, CancellationToken cancellation)
    {
        var longest = response.IsSuccessStatusCode ? limit : Math.Min(limit, LongestErrorBody);
        var stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using var _ = stream.ConfigureAwait(false);

        using var kept = new MemoryStream();
        var buffer = new byte[FirstBuffer];
        while (true)
        {
            var read = await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false);
            if (read == 0) return new BoundedBody(kept.GetBuffer().AsMemory(0, (int)kept.Length), true);

            var taken = (int)Math.Min(read, longest - kept.Length);
            kept.Write(buffer, 0, taken);
            if (taken < read) return new BoundedBody(kept.GetBuffer().AsMemory(0, (int)kept.Length), false);
        }
    }
}
