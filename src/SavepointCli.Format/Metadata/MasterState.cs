namespace SavepointCli.Format.Metadata;

/// <summary>State of a <c>MasterTriggerRestoreHook</c>.</summary>
/// <param name="Version">Version of the hook's serializer.</param>
/// <param name="Name">Id of the hook.</param>
/// <param name="Payload">The hook's own bytes.</param>
public sealed record MasterState(int Version, string Name, ReadOnlyMemory<byte> Payload);
