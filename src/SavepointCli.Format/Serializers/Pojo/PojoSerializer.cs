using System.Collections.Frozen;
using System.Collections.Immutable;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Pojo;

/// <summary>
/// POJOs, Java records among them: a byte that tells null, the exact class and subclasses apart, then a flag for null and the value of
/// each field. Values are <see cref="FlinkPojo"/>, <see cref="SubclassValue"/> or null.
/// </summary>
public sealed class PojoSerializer : TypeSerializer<object?>
{
    private readonly PojoSerializerSnapshot _snapshot;
    private readonly KryoVersion _kryo;
    private readonly ImmutableArray<TypeSerializer> _fields;
    private readonly ImmutableArray<TypeSerializer> _registered;
    private readonly FrozenDictionary<string, TypeSerializer> _nonRegistered;

    internal PojoSerializer(PojoSerializerSnapshot snapshot, KryoVersion kryo)
    {
        _snapshot = snapshot;
        _kryo = kryo;
        _fields = [.. snapshot.Fields.Select(field => Restore(field, $"{snapshot.PojoClass}.{field.Name}"))];
        _registered = [.. snapshot.RegisteredSubclasses.Select(subclass => Restore(subclass, subclass.Name))];
        _nonRegistered = snapshot.NonRegisteredSubclasses
            .DistinctBy(subclass => subclass.Name)
            .ToFrozenDictionary(subclass => subclass.Name, subclass => Restore(subclass, subclass.Name), StringComparer.Ordinal);
        FieldNames = new NamedFields(snapshot.PojoClass, [.. snapshot.Fields.Select(field => field.Name)]);
    }

    /// <summary>The class and the names of its fields in the order of the values.</summary>
    public NamedFields FieldNames { get; }

    /// <inheritdoc/>
    public override int FixedLength => VariableLength;

    /// <inheritdoc/>
    public override SerializerSnapshot Snapshot => _snapshot;

    /// <summary>The serializer of a POJO without subclasses, with its fields in Flink's order.</summary>
    /// <param name="pojoClass">Java binary name of the class.</param>
    /// <param name="fields">The fields in any order.</param>
    public static PojoSerializer Of(string pojoClass, params ReadOnlySpan<PojoField> fields)
    {
        var sorted = fields.ToArray();
        Array.Sort(sorted, static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        var entries = sorted.Select(field => EntryOf(field, pojoClass));
        return new PojoSerializer(
            new PojoSerializerSnapshot(PojoSerializerSnapshot.NewestVersion, pojoClass, [.. entries], [], []), KryoVersion.Unknown);
    }

    /// <inheritdoc/>
    public override object? Read(ref JavaDataReader reader)
    {
        var at = reader.Position;
        switch (reader.ReadByte())
        {
            case PojoFlags.Null:
                return null;
            case PojoFlags.ExactClass:
                return ReadFields(ref reader);
            case PojoFlags.Subclass:
                var className = ModifiedUtf8.Read(ref reader);
                return OfSubclass(className, NonRegistered(className).ReadObject(ref reader));
            case PojoFlags.RegisteredSubclass:
                var tag = ReadTag(ref reader);
                return OfSubclass(_snapshot.RegisteredSubclasses[tag].Name, _registered[tag].ReadObject(ref reader));
            default:
                throw UnknownFlags(ref reader, at);
        }
    }

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteByte(PojoFlags.Null);
                break;
            case FlinkPojo pojo when pojo.TypeName == _snapshot.PojoClass:
                writer.WriteByte(PojoFlags.ExactClass);
                WriteFields(writer, pojo);
                break;
            case FlinkPojo pojo:
                WriteSubclass(writer, pojo.TypeName, pojo);
                break;
            case SubclassValue subclass:
                WriteSubclass(writer, subclass.ClassName, subclass.Value);
                break;
            default:
                throw new ArgumentException($"{value.GetType()} is no POJO", nameof(value));
        }
    }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader)
    {
        var at = reader.Position;
        switch (reader.ReadByte())
        {
            case PojoFlags.Null:
                break;
            case PojoFlags.ExactClass:
                foreach (var field in _fields)
                {
                    if (!reader.ReadBoolean())
                    {
                        field.Skip(ref reader);
                    }
                }

                break;
            case PojoFlags.Subclass:
                NonRegistered(ModifiedUtf8.Read(ref reader)).Skip(ref reader);
                break;
            case PojoFlags.RegisteredSubclass:
                _registered[ReadTag(ref reader)].Skip(ref reader);
                break;
            default:
                throw UnknownFlags(ref reader, at);
        }
    }

    private static OptionalMapEntry EntryOf(PojoField field, string pojoClass)
    {
        var key = new JavaDataWriter();
        ModifiedUtf8.Write(key, field.DeclaringClass ?? pojoClass);
        ModifiedUtf8.Write(key, field.Name);
        var snapshot = field.Serializer.Snapshot;
        return new OptionalMapEntry(field.Name, key.ToArray(), SerializerSnapshots.ToBytes(snapshot), snapshot);
    }

    // The value of a subclass that is a POJO names its class itself.
    private static object? OfSubclass(string className, object? value) =>
        value is FlinkPojo pojo && pojo.TypeName == className ? pojo : new SubclassValue(className, value);

    private static SavepointFormatException UnknownFlags(ref JavaDataReader reader, int at)
    {
        reader.Seek(at);
        return reader.Fault($"unknown flags of a POJO: {reader.Peek()}");
    }

    private FlinkPojo ReadFields(ref JavaDataReader reader)
    {
        var values = new object?[_fields.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = reader.ReadBoolean() ? null : _fields[i].ReadObject(ref reader);
        }

        return new FlinkPojo(FieldNames, values);
    }

    private void WriteFields(JavaDataWriter writer, FlinkPojo pojo)
    {
        for (var i = 0; i < _fields.Length; i++)
        {
            var value = ReferenceEquals(pojo.Fields, FieldNames) ? pojo.Values[i] : pojo[FieldNames.Names[i]];
            writer.WriteBoolean(value is null);
            if (value is not null)
            {
                _fields[i].WriteObject(writer, value);
            }
        }
    }

    private void WriteSubclass(JavaDataWriter writer, string className, object? value)
    {
        for (var tag = 0; tag < _registered.Length; tag++)
        {
            if (_snapshot.RegisteredSubclasses[tag].Name == className)
            {
                writer.WriteByte(PojoFlags.RegisteredSubclass);
                writer.WriteByte((byte)tag);
                _registered[tag].WriteObject(writer, value);
                return;
            }
        }

        if (!_nonRegistered.ContainsKey(className) && value is not OpaqueValue)
        {
            throw new SavepointException(ExitCode.Unsupported, $"{className} is no known subclass of {_snapshot.PojoClass}");
        }

        writer.WriteByte(PojoFlags.Subclass);
        ModifiedUtf8.Write(writer, className);
        NonRegistered(className).WriteObject(writer, value);
    }

    private TypeSerializer Restore(OptionalMapEntry entry, string what) =>
        entry.Snapshot?.RestoreSerializer(_kryo) ?? new OpaqueSerializer(what, _snapshot);

    private TypeSerializer NonRegistered(string className) =>
        _nonRegistered.GetValueOrDefault(className) ?? new OpaqueSerializer(className, _snapshot);

    private int ReadTag(ref JavaDataReader reader)
    {
        var tag = reader.ReadByte();
        return tag < _registered.Length
            ? tag
            : throw reader.Fault($"tag {tag} of a subclass of {_snapshot.PojoClass}, of which {_registered.Length} are registered");
    }
}
