namespace SavepointCli.Rendering;

/// <summary>The forms in which a verb can print its result; the names on the command line are these in lower case.</summary>
internal enum OutputForm
{
    /// <summary>The lines of <c>bin/flink</c>, which pipelines look for.</summary>
    Flink,

    /// <summary>Columns for people, about as wide as a terminal.</summary>
    Table,

    /// <summary>All columns.</summary>
    Wide,

    /// <summary>Names alone, one a line.</summary>
    Name,

    /// <summary>Locations alone, one a line.</summary>
    Path,

    /// <summary>One JSON document with a version.</summary>
    Json,

    /// <summary>The same document in YAML.</summary>
    Yaml,
}
