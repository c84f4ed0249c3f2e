namespace SavepointCli.Engine.Web.Messages;

/// <summary>What the page must know of the cluster and of who looks at it.</summary>
/// <param name="Version">Release of Flink that the cluster follows.</param>
/// <param name="MayAct">Whether the caller may change something.</param>
/// <param name="HasToken">Whether a token would let it.</param>
/// <param name="SubmitEnabled">Whether programs can be uploaded and run.</param>
/// <param name="CancelEnabled">Whether the page offers to cancel.</param>
/// <param name="RefreshMilliseconds">How often the page asks again.</param>
/// <param name="SavepointDirectory">Where savepoints go that name no directory; null if they must.</param>
/// <param name="Folders">Local directories below which snapshots are looked for.</param>
internal sealed record SessionAnswer(
    string Version,
    bool MayAct,
    bool HasToken,
    bool SubmitEnabled,
    bool CancelEnabled,
    long RefreshMilliseconds,
    string? SavepointDirectory,
    IReadOnlyList<string> Folders);
