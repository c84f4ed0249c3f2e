using SavepointCli.Format.Java;

namespace SavepointCli.Format.Coordinators;

/// <summary>
/// Bytes of a <c>SimpleVersionedSerializer</c> with the version that wrote them: how sources and sinks store splits, enumerators and
/// committables. Framed as <c>version:i32 length:i32 bytes</c> (<c>SimpleVersionedSerialization</c>).
/// </summary>
/// <param name="Version">Version of the serializer.</param>
/// <param name="Bytes">What it wrote.</param>
public sealed record VersionedBytes(int Version, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Reads version, length and bytes.</summary>
    public static VersionedBytes Read(ref JavaDataReader reader)
    {
        var version = reader.ReadInt32();
        return new VersionedBytes(version, reader.ReadBytes(reader.ReadCount("bytes of a versioned value")).ToArray());
    }

    /// <summary>Writes version, length and bytes.</summary>
    public void Write(JavaDataWriter writer)
    {
        writer.WriteInt32(Version);
        writer.WriteInt32(Bytes.Length);
        writer.WriteBytes(Bytes.Span);
    }

    /// <inheritdoc/>
    public bool Equals(VersionedBytes? other) =>
        other is not null && Version == other.Version && Bytes.Span.SequenceEqual(other.Bytes.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Version, Bytes.Length);
}
