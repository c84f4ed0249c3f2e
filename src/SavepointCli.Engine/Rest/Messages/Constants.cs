using SavepointCli.Engine.Jobs;

namespace SavepointCli.Engine.Rest.Messages;

internal sealed class SavepointFormatText()
    : ConstantText<SavepointFormat>(("CANONICAL", SavepointFormat.Canonical), ("NATIVE", SavepointFormat.Native));

internal sealed class CheckpointTypeText()
    : ConstantText<CheckpointType>(
        ("INCREMENTAL", CheckpointType.Incremental), ("CONFIGURED", CheckpointType.Configured), ("FULL", CheckpointType.Full));

internal sealed class ClaimModeText()
    : ConstantText<ClaimMode>(("LEGACY", ClaimMode.Legacy), ("CLAIM", ClaimMode.Claim), ("NO_CLAIM", ClaimMode.NoClaim));
