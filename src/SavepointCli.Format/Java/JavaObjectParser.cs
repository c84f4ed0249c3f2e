using System.Collections.Immutable;
using static SavepointCli.Format.Java.JavaStreamConstants;

namespace SavepointCli.Format.Java;

/// <summary>One stream of Java objects while it is read: the table of what later bytes refer to by number.</summary>
internal sealed class JavaObjectParser
{
    private readonly List<object?> _handles = [];

    public object? ReadContent(ref JavaDataReader reader)
    {
        reader.Enter();
        var content = ReadContent(ref reader, reader.ReadByte());
        reader.Leave();
        return content;
    }

    private object? ReadContent(ref JavaDataReader reader, byte tag) => tag switch
    {
        NullTag => null,
        ReferenceTag => Referred(ref reader),
        ClassDescriptionTag or ProxyDescriptionTag => ReadDescription(ref reader, tag),
        ObjectTag => ReadObject(ref reader),
        StringTag => Keep(ModifiedUtf8.Read(ref reader)),
        LongStringTag => Keep(ModifiedUtf8.Decode(ref reader, ReadLongLength(ref reader))),
        ArrayTag => ReadArray(ref reader),
        ClassTag => Keep(new JavaClass(RequireDescription(ref reader).Name)),
        EnumTag => ReadEnum(ref reader),
        BlockTag => reader.ReadBytes(reader.ReadByte()).ToArray(),
        LongBlockTag => reader.ReadBytes(reader.ReadInt32()).ToArray(),
        ResetTag => ReadAfterReset(ref reader),
        _ => throw reader.Fault($"tag {tag:X2} in a stream of Java objects", ExitCode.Unsupported),
    };

    private object? ReadAfterReset(ref JavaDataReader reader)
    {
        _handles.Clear();
        return ReadContent(ref reader);
    }

    private T Keep<T>(T value)
    {
        _handles.Add(value);
        return value;
    }

    private object? Referred(ref JavaDataReader reader)
    {
        var handle = (long)reader.ReadInt32() - FirstHandle;
        return handle >= 0 && handle < _handles.Count
            ? _handles[(int)handle]
            : throw reader.Fault($"Java object {handle}, of which there are {_handles.Count}");
    }

    private JavaClassDescription? ReadDescription(ref JavaDataReader reader)
    {
        var tag = reader.ReadByte();
        return tag switch
        {
            NullTag => null,
            ReferenceTag => Referred(ref reader) as JavaClassDescription ?? throw reader.Fault("reference to something that is no class"),
            _ => ReadDescription(ref reader, tag),
        };
    }

    private JavaClassDescription RequireDescription(ref JavaDataReader reader) =>
        ReadDescription(ref reader) ?? throw reader.Fault("Java object without a class");

    private JavaClassDescription ReadDescription(ref JavaDataReader reader, byte tag)
    {
        reader.Enter();
        JavaClassDescription description;
        switch (tag)
        {
            case ClassDescriptionTag:
                description = Keep(new JavaClassDescription(ModifiedUtf8.Read(ref reader), reader.ReadInt64()));
                description.Flags = reader.ReadByte();
                description.Fields = ReadFields(ref reader);
                break;
            case ProxyDescriptionTag:
                description = Keep(new JavaClassDescription("dynamic proxy", 0) { Flags = SerializableFlag });
                SkipInterfaces(ref reader);
                break;
            default:
                throw reader.Fault($"tag {tag:X2} in the place of a Java class");
        }

        ReadAnnotation(ref reader, owner: null);
        description.Super = ReadDescription(ref reader);
        reader.Leave();
        return description;
    }

    private ImmutableArray<(char Type, string Name)> ReadFields(ref JavaDataReader reader)
    {
        int count = reader.ReadUInt16();
        var fields = ImmutableArray.CreateBuilder<(char, string)>();
        for (var i = 0; i < count; i++)
        {
            var type = (char)reader.ReadByte();
            fields.Add((type, ModifiedUtf8.Read(ref reader)));
            if (type is 'L' or '[')
            {
                _ = ReadContent(ref reader);
            }
        }

        return fields.DrainToImmutable();
    }

    private static void SkipInterfaces(ref JavaDataReader reader)
    {
        var count = reader.ReadCount("interfaces", sizeof(ushort));
        for (var i = 0; i < count; i++)
        {
            ModifiedUtf8.Skip(ref reader);
        }
    }

    private JavaObject ReadObject(ref JavaDataReader reader)
    {
        var description = RequireDescription(ref reader);
        var value = Keep(new JavaObject(description));
        foreach (var part in FromTopmost(ref reader, description))
        {
            if ((part.Flags & ExternalizableFlag) != 0)
            {
                ReadExternal(ref reader, part, value);
                continue;
            }

            foreach (var (type, name) in part.Fields)
            {
                value.Set(name, ReadValue(ref reader, type));
            }

            if ((part.Flags & WriteMethodFlag) != 0)
            {
                ReadAnnotation(ref reader, value);
            }
        }

        return value;
    }

    private void ReadExternal(ref JavaDataReader reader, JavaClassDescription part, JavaObject value)
    {
        if ((part.Flags & BlockDataFlag) == 0)
        {
            throw reader.Fault($"object of {part.Name}, whose end only its class knows", ExitCode.Unsupported);
        }

        ReadAnnotation(ref reader, value);
    }

    private static Stack<JavaClassDescription> FromTopmost(ref JavaDataReader reader, JavaClassDescription description)
    {
        var parts = new Stack<JavaClassDescription>();
        for (var part = description; part is not null; part = part.Super)
        {
            parts.Push(part);
            if (parts.Count > JavaDataReader.MaxDepth)
            {
                throw reader.Fault($"class {description.Name} with more than {JavaDataReader.MaxDepth} superclasses");
            }
        }

        return parts;
    }

    private void ReadAnnotation(ref JavaDataReader reader, JavaObject? owner)
    {
        while (reader.Peek() != EndOfAnnotationsTag)
        {
            var content = ReadContent(ref reader);
            owner?.Add(content);
        }

        reader.Skip(1);
    }

    private object? ReadValue(ref JavaDataReader reader, char type) => type switch
    {
        'B' => reader.ReadSByte(),
        'C' => (char)reader.ReadUInt16(),
        'D' => reader.ReadDouble(),
        'F' => reader.ReadSingle(),
        'I' => reader.ReadInt32(),
        'J' => reader.ReadInt64(),
        'S' => reader.ReadInt16(),
        'Z' => reader.ReadBoolean(),
        'L' or '[' => ReadContent(ref reader),
        _ => throw reader.Fault($"unknown type of a Java field: {type}"),
    };

    private JavaArray ReadArray(ref JavaDataReader reader)
    {
        var description = RequireDescription(ref reader);
        var handle = _handles.Count;
        _handles.Add(null);
        var elementType = description.Name.Length > 1 && description.Name[0] == '['
            ? description.Name[1]
            : throw reader.Fault($"{description.Name} is no array");
        var elements = new object?[reader.ReadCount("array elements")];
        var array = new JavaArray(description.Name, elements);
        _handles[handle] = array;
        for (var i = 0; i < elements.Length; i++)
        {
            elements[i] = ReadValue(ref reader, elementType);
        }

        return array;
    }

    private JavaEnum ReadEnum(ref JavaDataReader reader)
    {
        var description = RequireDescription(ref reader);
        var handle = _handles.Count;
        _handles.Add(null);
        var constant = new JavaEnum(
            description.Name, ReadContent(ref reader) as string ?? throw reader.Fault($"constant of {description.Name} without a name"));
        _handles[handle] = constant;
        return constant;
    }

    private static int ReadLongLength(ref JavaDataReader reader)
    {
        var length = reader.ReadInt64();
        return length >= 0 && length <= reader.Remaining ? (int)length : throw reader.Fault($"impossible length of a text: {length}");
    }
}
