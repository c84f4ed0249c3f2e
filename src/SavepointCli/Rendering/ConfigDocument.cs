using SavepointCli.Commands.Config;

namespace SavepointCli.Rendering;

/// <summary>What <c>config view -o json</c> prints.</summary>
internal sealed record ConfigDocument(string ApiVersion, string Kind, string? Context, IReadOnlyList<ConfigDocument.Entry> Settings)
{
    public static ConfigDocument Of(ConfigView view) => new(
        DocumentRenderer.ApiVersion,
        "Configuration",
        view.Context,
        [.. view.Settings.Select(one => new Entry(one.Name, one.Setting.Value, one.Setting.Origin))]);

    /// <summary>One setting.</summary>
    internal sealed record Entry(string Name, string Value, string Origin);
}
