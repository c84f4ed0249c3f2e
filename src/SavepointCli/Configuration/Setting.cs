namespace SavepointCli.Configuration;

/// <summary>A value with the place that it came from, in words.</summary>
internal sealed record Setting(string Value, string Origin);
