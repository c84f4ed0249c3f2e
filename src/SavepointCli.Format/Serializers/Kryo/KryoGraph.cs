using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers.Kryo;

/// <summary>
/// One value of Kryo while it is read: the class names and the objects met so far, to which later bytes refer by number. Both tables
/// start empty with every value.
/// </summary>
/// <param name="types">What the snapshot says about classes.</param>
/// <param name="start">Position of the value's first byte.</param>
internal sealed class KryoGraph(KryoTypes types, int start)
{
    public const byte Null = 0;
    private const int NameFollows = 1;
    private const int FirstClassId = 2;
    private const int NewObject = 1;
    private const int FirstReference = 2;

    // Objects that refer to objects that refer to objects can stand for more content than memory holds.
    private const long MaxExpandedLength = 1L << 28;

    private static readonly object Unfinished = new();
    private readonly List<string> _names = [];
    private readonly List<(object? Value, long ExpandedLength)> _objects = [];
    private long _referredLength;

    /// <summary>Reads class and value.</summary>
    /// <exception cref="OpaqueValueException">The class, or one inside, is not known.</exception>
    public object? ReadAny(ref JavaDataReader reader)
    {
        reader.Enter();
        var at = reader.Offset;
        var name = ReadClassName(ref reader);
        var value = name is null ? null : ReadBody(ref reader, Require(ref reader, name, at));
        reader.Leave();
        return value;
    }

    /// <summary>The class of the value if it is one that nobody but the job can read, else null.</summary>
    public string? ReadRootClass(ref JavaDataReader reader) =>
        ReadClassName(ref reader) is { } name && types.Find(name) is null ? name : null;

    /// <summary>Reads the number or name of a class; null stands for the value null.</summary>
    public string? ReadClassName(ref JavaDataReader reader)
    {
        var head = reader.ReadVarInt32();
        if (head == Null)
        {
            return null;
        }

        if (head < 0)
        {
            throw reader.Fault($"impossible class number of Kryo: {unchecked((uint)head)}");
        }

        var name = head == NameFollows ? ReadName(ref reader) : types.NameOf(head - FirstClassId);
        return !reader.IsSearching || IsPlausible(name) ? name : throw reader.Fault($"'{name}' is no class");
    }

    /// <summary>Reads a value whose class is known already.</summary>
    public object? ReadBody(ref JavaDataReader reader, (KryoClass Class, KryoClass.BodyReader Read) type)
    {
        if (!type.Class.IsReferenced)
        {
            return type.Read(ref reader, this);
        }

        var mark = reader.ReadVarInt32();
        return mark switch
        {
            Null => null,
            NewObject => ReadNewObject(ref reader, type.Read),
            _ => Referred(ref reader, mark - FirstReference),
        };
    }

    /// <summary>The class of that name.</summary>
    /// <exception cref="OpaqueValueException">It is not known.</exception>
    public (KryoClass Class, KryoClass.BodyReader Read) Require(ref JavaDataReader reader, string name, long offset) =>
        types.Find(name) ?? throw new OpaqueValueException(name, reader.Origin.Path, offset);

    private string ReadName(ref JavaDataReader reader)
    {
        var number = reader.ReadVarInt32();
        if (number == _names.Count)
        {
            _names.Add(KryoText.Read(ref reader) ?? throw reader.Fault("class name of Kryo that is null"));
        }

        return number >= 0 && number < _names.Count
            ? _names[number]
            : throw reader.Fault($"class name {number} of Kryo, of which there are {_names.Count}");
    }

    private object? ReadNewObject(ref JavaDataReader reader, KryoClass.BodyReader read)
    {
        var number = _objects.Count;
        var before = ExpandedLength(ref reader);
        _objects.Add((Unfinished, 0));
        var value = read(ref reader, this);
        _objects[number] = (value, ExpandedLength(ref reader) - before);
        return value;
    }

    private object? Referred(ref JavaDataReader reader, int number)
    {
        if (number < 0 || number >= _objects.Count)
        {
            throw reader.Fault($"object {number} of Kryo, of which there are {_objects.Count}");
        }

        var (value, length) = _objects[number];
        _referredLength += length;
        if (ReferenceEquals(value, Unfinished))
        {
            throw new OpaqueValueException("an object that contains itself", reader.Origin.Path, reader.Offset);
        }

        return ExpandedLength(ref reader) <= MaxExpandedLength
            ? value
            : throw reader.Fault("objects of Kryo that refer to each other too often", ExitCode.Unsupported);
    }

    private long ExpandedLength(ref JavaDataReader reader) => reader.Position - start + _referredLength;

    /// <summary>Whether a name may be one of a class, or stands for a number that Flink itself gave to one.</summary>
    private static bool IsPlausible(string name) =>
        name.Length > 0 && name.All(unit => char.IsLetterOrDigit(unit) || unit is '.' or '$' or '_' or '-' or '[' or ';' or ' ');
}
