namespace SavepointCli.Format.KeyedState;

/// <summary>Numbers of the canonical stream: <c>FullSnapshotUtil</c> and <c>CompositeKeySerializationUtils</c>.</summary>
internal static class CanonicalFormat
{
    /// <summary>Stands in place of a state index behind the last entry of a key group.</summary>
    public const ushort EndOfKeyGroup = 0xFFFF;

    /// <summary>Bit in the first byte of a key: a state index or <see cref="EndOfKeyGroup"/> stands behind this entry.</summary>
    public const byte MetadataFollows = 0x80;

    /// <summary>Offset of a key group without entries.</summary>
    public const long EmptyKeyGroup = 0;
}
