namespace SavepointCli.Format.KeyedState.Changelog;

/// <summary>What a change does; the numbers are those on disk. Mirrors <c>StateChangeOperation</c>.</summary>
public enum StateChangeOperation : byte
{
    /// <summary>Removes what stands under key and namespace.</summary>
    Clear = 0,

    /// <summary>Replaces the value, or the whole list.</summary>
    Set = 1,

    /// <summary>As <see cref="Set"/>, by the state itself: the result of adding to a reducing or aggregating state.</summary>
    SetInternal = 2,

    /// <summary>Adds all elements of a list, or all entries of a map.</summary>
    Add = 3,

    /// <summary>Moves what stands under other namespaces to one, as windows that merge do.</summary>
    MergeNamespaces = 4,

    /// <summary>Adds one element to a list, or some to a queue.</summary>
    AddElement = 5,

    /// <summary>Puts one entry into a map.</summary>
    AddOrUpdateElement = 6,

    /// <summary>Removes one entry of a map, or one element of a queue.</summary>
    RemoveElement = 7,

    /// <summary>Describes a state: in front of its first change.</summary>
    Metadata = 8,
}
