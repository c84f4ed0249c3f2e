using SavepointCli.Streaming.Types;

namespace SavepointCli.Examples.Golden;

[JavaType("golden.Address")]
public sealed record Address(string? Street, int Number);
