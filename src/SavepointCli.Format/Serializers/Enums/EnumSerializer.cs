using System.Collections.Immutable;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Enums;

/// <summary>An enum constant: its position in the list of the snapshot, in four bytes.</summary>
public sealed class EnumSerializer : TypeSerializer<FlinkEnum>
{
    private readonly EnumSerializerSnapshot _snapshot;
    private readonly ImmutableArray<FlinkEnum> _constants;

    internal EnumSerializer(EnumSerializerSnapshot snapshot)
    {
        _snapshot = snapshot;
        _constants = [.. snapshot.Constants.Select(name => new FlinkEnum(snapshot.EnumClass, name))];
    }

    /// <inheritdoc/>
    public override int FixedLength => sizeof(int);

    /// <inheritdoc/>
    public override SerializerSnapshot Snapshot => _snapshot;

    /// <summary>The serializer of an enum.</summary>
    /// <param name="enumClass">Java binary name.</param>
    /// <param name="constants">Names in the order of declaration.</param>
    public static EnumSerializer Of(string enumClass, params ImmutableArray<string> constants) =>
        new(new EnumSerializerSnapshot(EnumSerializerSnapshot.NewestVersion, enumClass, constants));

    /// <inheritdoc/>
    public override FlinkEnum Read(ref JavaDataReader reader)
    {
        var position = reader.ReadInt32();
        return position >= 0 && position < _constants.Length
            ? _constants[position]
            : throw reader.Fault($"constant {position} of {_snapshot.EnumClass}, which has {_constants.Length}");
    }

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, FlinkEnum value)
    {
        var position = _snapshot.Constants.IndexOf(value.Name);
        writer.WriteInt32(position >= 0
            ? position
            : throw new ArgumentException($"{_snapshot.EnumClass} has no constant {value.Name}", nameof(value)));
    }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader) => reader.Skip(sizeof(int));
}
