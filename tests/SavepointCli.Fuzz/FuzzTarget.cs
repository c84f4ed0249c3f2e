namespace SavepointCli.Fuzz;

/// <summary>One reader under fire.</summary>
/// <param name="Name">Name on the command line and in messages.</param>
/// <param name="Seeds">Valid inputs, by real Flink where there are some.</param>
/// <param name="Read">Reads the bytes to their end; may refuse them with a <see cref="SavepointException"/> and with nothing else.</param>
internal sealed record FuzzTarget(string Name, IReadOnlyList<byte[]> Seeds, Action<byte[]> Read);
