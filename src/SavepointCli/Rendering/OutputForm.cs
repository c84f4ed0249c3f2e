namespace SavepointCli.Rendering;

/// <summary>The forms in which a verb can print its result; the names on the command line are these in lower case.</summary>
internal enum OutputForm
{
    /// <summary>Columns for people, about as wide as a terminal.</summary>
    Table,

    /// <summary>All columns.</summary>
    Wide,

    /// <summary>Names alone, one a line.</summary>
    Name,

    /// <summary>One JSON document with a version.</summary>
    Json,

    /// <summary>The same document in YAML.</summary>
    Yaml,
}
