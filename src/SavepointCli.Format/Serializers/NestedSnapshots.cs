using System.Collections.Immutable;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers;

/// <summary>
/// The list of nested snapshots (<c>NestedSerializersSnapshotDelegate</c>): magic number, version, count, then one after the other.
/// </summary>
internal static class NestedSnapshots
{
    private const int Magic = 1333245;
    private const int Version = 1;
    private const int SmallestSnapshot = sizeof(ushort) + sizeof(int);

    public static ImmutableArray<SerializerSnapshot> Read(ref JavaDataReader reader)
    {
        Require(ref reader, Magic, "magic number of nested serializers");
        Require(ref reader, Version, "version of nested serializers");
        var count = reader.ReadCount("nested serializers", SmallestSnapshot);
        var nested = ImmutableArray.CreateBuilder<SerializerSnapshot>();
        for (var i = 0; i < count; i++)
        {
            nested.Add(SerializerSnapshots.Read(ref reader));
        }

        return nested.DrainToImmutable();
    }

    public static void Write(JavaDataWriter writer, ImmutableArray<SerializerSnapshot> nested)
    {
        writer.WriteInt32(Magic);
        writer.WriteInt32(Version);
        writer.WriteInt32(nested.Length);
        foreach (var snapshot in nested)
        {
            SerializerSnapshots.Write(writer, snapshot);
        }
    }

    public static ImmutableArray<TypeSerializer> Restore(ImmutableArray<SerializerSnapshot> nested, KryoVersion kryo) =>
        [.. nested.Select(snapshot => snapshot.RestoreSerializer(kryo))];

    public static string Describe(ImmutableArray<SerializerSnapshot> nested) =>
        string.Join(", ", nested.Select(snapshot => snapshot.Describe()));

    internal static void Require(ref JavaDataReader reader, int expected, string what)
    {
        var at = reader.Offset;
        var found = reader.ReadInt32();
        if (found != expected)
        {
            throw new SavepointFormatException($"wrong {what}: {found} instead of {expected}", reader.Origin.Path, at);
        }
    }
}
