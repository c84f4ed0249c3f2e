using System.Collections.Immutable;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers.Composite;

/// <summary>What one class of composite snapshots has of its own; the frame is the same for all.</summary>
/// <param name="className">Java binary name of the snapshot class.</param>
/// <param name="typeName">The type without its arguments.</param>
public sealed class CompositeKind(string className, string typeName)
{
    internal delegate void PayloadSkipper(ref JavaDataReader reader, int outerVersion);

    /// <summary>Java binary name of the snapshot class.</summary>
    public string ClassName => className;

    /// <summary>The type without its arguments, e.g. <c>List</c>.</summary>
    public string TypeName => typeName;

    /// <summary>The newest version of the class's own payload: the one that is written, and the last that is known.</summary>
    internal int OuterVersion { get; init; } = 1;

    /// <summary>How many serializers are nested; null where it differs.</summary>
    internal int? NestedCount { get; init; }

    /// <summary>Moves behind the class's own payload.</summary>
    internal PayloadSkipper SkipOuterPayload { get; init; } = static (ref JavaDataReader _, int _) => { };

    /// <summary>
    /// Makes the serializer from the snapshot and the serializers of its nested snapshots; without it, values are opaque.
    /// </summary>
    internal Func<CompositeSerializerSnapshot, ImmutableArray<TypeSerializer>, TypeSerializer> Restore { get; init; } =
        static (snapshot, _) => new OpaqueSerializer(snapshot.ClassName, snapshot);

    /// <summary>The type with its arguments.</summary>
    internal Func<CompositeSerializerSnapshot, string> Describe { get; init; } =
        static snapshot => $"{snapshot.Kind.TypeName}<{NestedSnapshots.Describe(snapshot.Nested)}>";

    internal SnapshotClass Class => new(
        ClassName, TypeName, (ref JavaDataReader reader, int version) => CompositeSerializerSnapshot.Read(ref reader, this, version));

    internal CompositeSerializerSnapshot Snapshot(params ReadOnlySpan<TypeSerializer> nested) => Snapshot(new JavaDataWriter(16), nested);

    internal CompositeSerializerSnapshot Snapshot(JavaDataWriter outerPayload, params ReadOnlySpan<TypeSerializer> nested)
    {
        var snapshots = ImmutableArray.CreateBuilder<SerializerSnapshot>(nested.Length);
        foreach (var serializer in nested)
        {
            snapshots.Add(serializer.Snapshot);
        }

        return new CompositeSerializerSnapshot(
            this, CompositeSerializerSnapshot.NewestVersion, OuterVersion, outerPayload.ToArray(), snapshots.MoveToImmutable());
    }
}
