using System.Diagnostics.CodeAnalysis;

namespace SavepointCli.Format.Java;

/// <summary>
/// Reads what <c>ObjectOutputStream</c> writes, as far as plain classes go: objects with fields, enums, strings, references. Classes
/// that write their own data are not followed. Bytes that end too early are a fault.
/// </summary>
internal ref struct JavaObjectReader(JavaDataReader reader)
{
    private readonly List<object?> _handles = [];
    private JavaDataReader _reader = reader;

    /// <summary>Reads the header of a stream and its first object: null, a string, a <see cref="JavaObject"/> or a <see cref="JavaEnumConstant"/>.</summary>
    /// <returns>False if the stream holds something that only its own class understands.</returns>
    public bool TryReadStream(out object? value)
    {
        var magic = _reader.ReadUInt16();
        var version = _reader.ReadUInt16();
        value = null;
        return magic == JavaObjectStream.Magic && version == JavaObjectStream.Version && TryReadContent(out value);
    }

    private bool TryReadContent(out object? value)
    {
        _reader.Enter();
        var tag = _reader.ReadByte();
        var understood = tag switch
        {
            JavaObjectStream.NullTag => Understood(null, out value),
            JavaObjectStream.ReferenceTag => TryReadReference(out value),
            JavaObjectStream.StringTag => Understood(Remember(ModifiedUtf8.Read(ref _reader)), out value),
            JavaObjectStream.ObjectTag => TryReadObject(out value),
            JavaObjectStream.EnumTag => TryReadEnum(out value),
            _ => NotUnderstood(out value),
        };
        _reader.Leave();
        return understood;
    }

    private bool TryReadReference(out object? value)
    {
        var index = (long)_reader.ReadInt32() - JavaObjectStream.FirstHandle;
        return index >= 0 && index < _handles.Count ? Understood(_handles[(int)index], out value) : NotUnderstood(out value);
    }

    private bool TryReadObject(out object? value)
    {
        if (!TryReadClass(out var type) || type is null)
        {
            return NotUnderstood(out value);
        }

        var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
        value = Remember(new JavaObject(type.Name, fields));
        if (!type.TryListFromTheTop(out var ancestors))
        {
            return false;
        }

        foreach (var ancestor in ancestors)
        {
            if (ancestor.Flags != JavaObjectStream.SerializableFlag)
            {
                return NotUnderstood(out value);
            }

            foreach (var (typeCode, name) in ancestor.Fields)
            {
                if (!TryReadField(typeCode, out var field))
                {
                    return NotUnderstood(out value);
                }

                fields[name] = field;
            }
        }

        return true;
    }

    private bool TryReadField(byte typeCode, out object? value) => (char)typeCode switch
    {
        'Z' => Understood(_reader.ReadBoolean(), out value),
        'B' => Understood(_reader.ReadSByte(), out value),
        'S' => Understood(_reader.ReadInt16(), out value),
        'C' => Understood((char)_reader.ReadUInt16(), out value),
        'I' => Understood(_reader.ReadInt32(), out value),
        'J' => Understood(_reader.ReadInt64(), out value),
        'F' => Understood(_reader.ReadSingle(), out value),
        'D' => Understood(_reader.ReadDouble(), out value),
        'L' => TryReadContent(out value),
        _ => NotUnderstood(out value),
    };

    private bool TryReadEnum(out object? value)
    {
        if (!TryReadClass(out var type) || type is null)
        {
            return NotUnderstood(out value);
        }

        // The constant takes its number before its name does.
        var handle = _handles.Count;
        Remember<object?>(null);
        if (!TryReadContent(out var name) || name is not string constant)
        {
            return NotUnderstood(out value);
        }

        value = _handles[handle] = new JavaEnumConstant(type.Name, constant);
        return true;
    }

    private bool TryReadClass(out StreamClass? type)
    {
        type = null;
        _reader.Enter();
        var understood = _reader.ReadByte() switch
        {
            JavaObjectStream.NullTag => true,
            JavaObjectStream.ReferenceTag => TryReadReference(out var seen) && (type = seen as StreamClass) is not null,
            JavaObjectStream.ClassTag => TryReadNewClass(out type),
            _ => false,
        };
        _reader.Leave();
        return understood;
    }

    private bool TryReadNewClass([NotNullWhen(true)] out StreamClass? type)
    {
        const int SmallestField = sizeof(byte) + sizeof(ushort);
        var name = ModifiedUtf8.Read(ref _reader);
        _reader.Skip(sizeof(long));
        type = Remember(new StreamClass(name));
        type.Flags = (byte)(_reader.ReadByte() & (JavaObjectStream.SerializableFlag | JavaObjectStream.WriteMethodFlag));
        int fields = _reader.ReadUInt16();
        if (fields * SmallestField > _reader.Remaining)
        {
            throw _reader.Fault($"truncated: class {name} has {fields} fields");
        }

        for (var i = 0; i < fields; i++)
        {
            var typeCode = _reader.ReadByte();
            type.Fields.Add((typeCode, ModifiedUtf8.Read(ref _reader)));
            if ((char)typeCode is 'L' or '[' && !TryReadContent(out _))
            {
                return false;
            }
        }

        if (_reader.ReadByte() != JavaObjectStream.EndOfAnnotationsTag || !TryReadClass(out var parent))
        {
            return false;
        }

        type.Parent = parent;
        return true;
    }

    private readonly T Remember<T>(T value)
    {
        _handles.Add(value);
        return value;
    }

    private static bool Understood(object? read, out object? value)
    {
        value = read;
        return true;
    }

    private static bool NotUnderstood(out object? value)
    {
        value = null;
        return false;
    }

    private sealed class StreamClass(string name)
    {
        public string Name => name;

        public byte Flags { get; set; }

        public List<(byte TypeCode, string Name)> Fields { get; } = [];

        public StreamClass? Parent { get; set; }

        /// <summary>The class and its superclasses, the topmost first; false where a hostile stream made the chain endless.</summary>
        public bool TryListFromTheTop(out List<StreamClass> chain)
        {
            chain = [];
            for (var type = this; type is not null; type = type.Parent)
            {
                if (chain.Count == JavaDataReader.MaxDepth)
                {
                    return false;
                }

                chain.Add(type);
            }

            chain.Reverse();
            return true;
        }
    }
}
