using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers;

/// <summary>One snapshot class that we know: a row of <see cref="SerializerSnapshots.ByClassName"/>.</summary>
/// <param name="ClassName">Java binary name.</param>
/// <param name="TypeName">The type that it describes, in the words of <see cref="SerializerSnapshot.Describe"/>.</param>
/// <param name="Read">Reads the payload of a version.</param>
public sealed record SnapshotClass(string ClassName, string TypeName, SnapshotClass.PayloadReader Read)
{
    /// <summary>Reads a payload behind class name and version.</summary>
    public delegate SerializerSnapshot PayloadReader(ref JavaDataReader reader, int version);
}
