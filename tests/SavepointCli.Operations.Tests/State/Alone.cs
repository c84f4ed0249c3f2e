namespace SavepointCli.Operations.Tests.State;

/// <summary>Tests beside which no others run.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
