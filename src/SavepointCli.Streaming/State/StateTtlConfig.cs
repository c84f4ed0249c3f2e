namespace SavepointCli.Streaming.State;

/// <summary>
/// How long entries of a state live, in processing time. The duration is not stored: it may differ between runs. Mirrors
/// <c>org.apache.flink.api.common.state.StateTtlConfig</c>.
/// </summary>
/// <param name="TimeToLive">How long after its last update an entry lives; more than zero.</param>
/// <param name="Update">What counts as an update.</param>
/// <param name="Visibility">Whether an expired entry that is still there may be seen.</param>
public sealed record StateTtlConfig(
    TimeSpan TimeToLive,
    TtlUpdate Update = TtlUpdate.OnCreateAndWrite,
    TtlVisibility Visibility = TtlVisibility.NeverReturnExpired);
