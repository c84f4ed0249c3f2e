using System.Collections.Frozen;
using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers.Arrays;
using SavepointCli.Format.Serializers.Avro;
using SavepointCli.Format.Serializers.Basic;
using SavepointCli.Format.Serializers.Composite;
using SavepointCli.Format.Serializers.Enums;
using SavepointCli.Format.Serializers.Kryo;
using SavepointCli.Format.Serializers.Namespaces;
using SavepointCli.Format.Serializers.Pojo;
using SavepointCli.Format.Serializers.Table;

namespace SavepointCli.Format.Serializers;

/// <summary>
/// Reads and writes snapshots of serializers. A payload has no length, so a class that is not in <see cref="ByClassName"/> hides
/// everything behind it, unless its end can be found (<see cref="UnknownSerializerSnapshot"/>). See <c>docs/format/serializers.md</c>.
/// </summary>
public static class SerializerSnapshots
{
    /// <summary>Version of the frame around a snapshot that Flink 1.7 and later write.</summary>
    private const int FrameVersion = 2;

    /// <summary>Every snapshot class that we can read; the list of what is supported.</summary>
    public static FrozenDictionary<string, SnapshotClass> ByClassName { get; } = new[]
    {
        BasicSerializers.Classes,
        ValueTypeSerializers.Classes,
        ArraySerializers.Classes,
        NamespaceSerializers.Classes,
        CompositeKinds.Classes,
        TableSerializers.Classes,
        [
            PojoSerializerSnapshot.Class, EnumSerializerSnapshot.Class, KryoSerializerSnapshot.Class, AvroSerializerSnapshot.Class,
            TtlAwareSerializerSnapshot.Class,
        ],
        GenericTypeSerializerSnapshot.Classes,
        [SimpleSerializerSnapshot.ClassOf(JavaSerializer.Instance)],
    }.SelectMany(family => family).ToFrozenDictionary(known => known.ClassName, StringComparer.Ordinal);

    /// <summary>Reads a snapshot as it stands in headers: with a frame version in front.</summary>
    /// <exception cref="SavepointFormatException">Damaged; or, with <see cref="ExitCode.Unsupported"/>, of a class that we do not know.</exception>
    public static SerializerSnapshot ReadTopLevel(ref JavaDataReader reader)
    {
        var at = reader.Offset;
        var frameVersion = reader.ReadInt32();
        return frameVersion == FrameVersion
            ? Read(ref reader)
            : throw Unsupported(ref reader, at, $"serializer snapshot with frame version {frameVersion} (known: {FrameVersion})");
    }

    /// <summary>Writes what <see cref="ReadTopLevel"/> reads.</summary>
    public static void WriteTopLevel(JavaDataWriter writer, SerializerSnapshot snapshot)
    {
        writer.WriteInt32(FrameVersion);
        Write(writer, snapshot);
    }

    /// <summary>Reads class name, version and payload: the form inside other snapshots and in raw timers.</summary>
    /// <exception cref="SavepointFormatException">Damaged; or, with <see cref="ExitCode.Unsupported"/>, of a class that we do not know.</exception>
    public static SerializerSnapshot Read(ref JavaDataReader reader)
    {
        reader.Enter();
        var at = reader.Offset;
        var className = ModifiedUtf8.Read(ref reader);
        var version = reader.ReadInt32();
        var snapshot = ByClassName.TryGetValue(className, out var known) ? known.Read(ref reader, version) : ReadUnknown(ref reader, at, className, version);
        reader.Leave();
        return snapshot;
    }

    /// <summary>Writes what <see cref="Read"/> reads.</summary>
    public static void Write(JavaDataWriter writer, SerializerSnapshot snapshot)
    {
        ModifiedUtf8.Write(writer, snapshot.ClassName);
        writer.WriteInt32(snapshot.Version);
        snapshot.WritePayload(writer);
    }

    /// <summary>The bytes of a snapshot; two snapshots describe the same serializer in the same way exactly if these are equal.</summary>
    public static byte[] ToBytes(SerializerSnapshot snapshot)
    {
        var writer = new JavaDataWriter();
        Write(writer, snapshot);
        return writer.ToArray();
    }

    internal static SavepointFormatException UnknownVersion(ref JavaDataReader reader, string className, int version) =>
        Unsupported(ref reader, reader.Offset, $"version {version} of {className} is not known");

    private static UnknownSerializerSnapshot ReadUnknown(ref JavaDataReader reader, long at, string className, int version)
    {
        if (reader.TryReadOpaque(out var payload, out _))
        {
            return new UnknownSerializerSnapshot(className, version, payload.ToArray());
        }

        if (className.Length > 0 && className.All(unit => char.IsLetterOrDigit(unit) || unit is '.' or '$' or '_'))
        {
            reader.OpaqueRuns?.SetMissing(reader.Offset, className);
        }

        throw Unsupported(ref reader, at, $"unknown serializer snapshot class '{className}'");
    }

    private static SavepointFormatException Unsupported(ref JavaDataReader reader, long offset, string what) =>
        new(what, reader.Origin.Path, offset, ExitCode.Unsupported, "only a newer savepointctl, or the job itself, can read what follows");
}
