using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers;

/// <summary>
/// A snapshot of a class that is not in <see cref="SerializerSnapshots.ByClassName"/>, such as that of a serializer of the job's own, whose end
/// was found by what stands behind it. Its values are opaque.
/// </summary>
/// <param name="ClassName">Java binary name of the snapshot class.</param>
/// <param name="Version">The version that stands in the file.</param>
/// <param name="Payload">The bytes behind it.</param>
public sealed record UnknownSerializerSnapshot(string ClassName, int Version, ReadOnlyMemory<byte> Payload) : SerializerSnapshot(ClassName, Version)
{
    /// <inheritdoc/>
    public override void WritePayload(JavaDataWriter writer) => writer.WriteBytes(Payload.Span);

    /// <inheritdoc/>
    public override TypeSerializer RestoreSerializer(KryoVersion kryo) => new OpaqueSerializer(ClassName, this);

    /// <inheritdoc/>
    public override string Describe() => $"{ClassName} (unknown)";

    /// <summary>Same class, version and payload.</summary>
    public bool Equals(UnknownSerializerSnapshot? other) => other is not null && base.Equals(other) && Payload.Span.SequenceEqual(other.Payload.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ClassName, Version, Payload.Length);
}
