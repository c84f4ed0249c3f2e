namespace SavepointCli.Operations.Verify;

/// <summary>What a <see cref="VerifyFinding"/> is about. Scripts may branch on these, so they are never renamed.</summary>
public enum VerifyCode
{
    /// <summary>The metadata file can't be read, or contradicts itself: an operator or a subtask twice, a parallelism that can't be.</summary>
    Metadata,

    /// <summary>Key groups that are not those of the subtask.</summary>
    KeyGroups,

    /// <summary>Positions that do not ascend or lie outside of their stream.</summary>
    Offsets,

    /// <summary>A reference that leads out of the snapshot, or into a store that can't be reached.</summary>
    Reference,

    /// <summary>A file that is not there.</summary>
    FileMissing,

    /// <summary>A file that is shorter or longer than the snapshot says.</summary>
    FileLength,

    /// <summary>A file in the folder of the snapshot that nothing refers to.</summary>
    FileUnreferenced,

    /// <summary>The head of a stream, which describes its states.</summary>
    Header,

    /// <summary>Entries of a key group that can't be told apart, or bytes that belong to none.</summary>
    KeyGroup,

    /// <summary>A key that does not parse, or that belongs to another key group.</summary>
    Key,

    /// <summary>A value that does not parse.</summary>
    Value,

    /// <summary>Operator state that does not parse.</summary>
    OperatorState,

    /// <summary>Raw keyed state that begins as timers do and does not parse as such.</summary>
    RawState,

    /// <summary>RocksDB files that RocksDB can't read.</summary>
    RocksDb,

    /// <summary>Something that was not checked.</summary>
    NotChecked,
}
