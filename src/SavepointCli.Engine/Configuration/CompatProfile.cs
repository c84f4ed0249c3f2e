namespace SavepointCli.Engine.Configuration;

/// <summary>The Flink release whose defaults and file formats the engine follows (<c>engine.compat</c>).</summary>
/// <param name="Version">Minor version as text.</param>
/// <param name="MetadataVersion">Version of the <c>_metadata</c> files it writes.</param>
/// <param name="MetadataNamesOperators">Whether that version stores name and uid of operators.</param>
public sealed record CompatProfile(string Version, int MetadataVersion, bool MetadataNamesOperators)
{
    /// <summary>All profiles by their text.</summary>
    public static IReadOnlyDictionary<string, CompatProfile> Known { get; } = new CompatProfile[]
    {
        new("1.16", 4, false),
        new("1.20", 4, false),
        new("2.2", 6, true),
    }.ToDictionary(profile => profile.Version);

    /// <summary>What is followed if nothing is configured.</summary>
    public static CompatProfile Default { get; } = Known["1.20"];

    /// <summary>Finds a profile by its text.</summary>
    public static CompatProfile Parse(string version) =>
        Known.TryGetValue(version.Trim(), out var profile)
            ? profile
            : throw new FormatException($"known are {string.Join(", ", Known.Keys)}");
}
