namespace SavepointCli.Operations.Verify;

/// <summary>How closely a snapshot is looked at; each depth includes the ones before it.</summary>
public enum VerifyDepth
{
    /// <summary>The metadata alone.</summary>
    Structure,

    /// <summary>Every file that it refers to is there with its length, and nothing else lies in its folder.</summary>
    Files,

    /// <summary>Every entry in the files parses and belongs where it stands.</summary>
    Data,
}
