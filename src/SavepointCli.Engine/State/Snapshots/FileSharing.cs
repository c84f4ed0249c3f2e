namespace SavepointCli.Engine.State.Snapshots;

/// <summary>Which files a snapshot shares with others of its job, Flink's <c>SharingFilesStrategy</c>.</summary>
public enum FileSharing
{
    /// <summary>None in either direction: a savepoint.</summary>
    None,

    /// <summary>It uses no file of earlier ones, but later ones may use its files: a full checkpoint.</summary>
    Forward,

    /// <summary>It may use files of earlier ones, and later ones its files: any other checkpoint.</summary>
    ForwardBackward,
}
