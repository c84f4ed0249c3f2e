namespace SavepointCli.Engine.Rest.Messages;

/// <summary>What <c>/config</c> says about the cluster; times in milliseconds.</summary>
internal sealed record ConfigAnswer(
    long RefreshInterval, string TimezoneName, long TimezoneOffset, string FlinkVersion, string FlinkRevision, FeatureFlags Features);

/// <summary>What the web page may offer.</summary>
internal sealed record FeatureFlags(bool WebSubmit, bool WebCancel, bool WebRescale, bool WebHistory);
