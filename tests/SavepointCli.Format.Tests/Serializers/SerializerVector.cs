namespace SavepointCli.Format.Tests.Serializers;

/// <summary>One row of <c>serializer-vectors.tsv</c>.</summary>
/// <param name="Index">Number of the row.</param>
/// <param name="Kind">snapshot, value or one of the streams of Java objects.</param>
/// <param name="Name">The serializer.</param>
/// <param name="Length">Flink's <c>getLength()</c>.</param>
/// <param name="Text">Snapshot class, or the value as Java prints it.</param>
/// <param name="Version">Snapshot version.</param>
/// <param name="Bytes">Payload or value.</param>
internal sealed record SerializerVector(int Index, string Kind, string Name, int Length, string Text, int Version, byte[] Bytes);
