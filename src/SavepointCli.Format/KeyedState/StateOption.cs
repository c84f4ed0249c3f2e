namespace SavepointCli.Format.KeyedState;

/// <summary>One option of a <see cref="StateMeta"/>.</summary>
/// <param name="Key">One of the names in <see cref="StateMetaKeys"/>, or one that a later Flink added.</param>
/// <param name="Value">Its text.</param>
public sealed record StateOption(string Key, string Value);
