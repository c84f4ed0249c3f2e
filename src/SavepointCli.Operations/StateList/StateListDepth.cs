namespace SavepointCli.Operations.StateList;

/// <summary>How closely <see cref="StateListHandler"/> looks; each depth includes the ones before it.</summary>
public enum StateListDepth
{
    /// <summary>The heads of the streams: names and types.</summary>
    Types,

    /// <summary>All entries: how many, and how large.</summary>
    Counts,

    /// <summary>How they are spread over subtasks, key groups and keys.</summary>
    Skew,
}
