namespace SavepointCli.Format.Metadata;

/// <summary>How the state of channels stands in a version of the metadata.</summary>
public enum ChannelStateLayout
{
    /// <summary>Not at all: version 2.</summary>
    None,

    /// <summary>One record per channel, without a tag: versions 3 to 5.</summary>
    Separate,

    /// <summary>Records with a tag, of one channel or of several merged ones: version 6 and later.</summary>
    Mergeable,
}
