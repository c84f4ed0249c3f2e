using System.Collections.Frozen;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers.Kryo;

/// <summary>What one snapshot says about classes: their numbers, and which ones the job gave serializers of its own.</summary>
internal sealed class KryoTypes
{
    private const int NoSerializerOfItsOwn = 0;
    private readonly KryoSerializerSnapshot _snapshot;
    private readonly FrozenSet<string> _customised;
    private readonly bool _jdkClassesAreCustomised;

    public KryoTypes(KryoSerializerSnapshot snapshot, KryoVersion version)
    {
        _snapshot = snapshot;
        Version = version;
        _customised = snapshot.Registrations.Where(HasSerializerOfItsOwn).Select(entry => entry.Name).ToFrozenSet(StringComparer.Ordinal);

        // A default serializer also serves all subclasses of its class; who they are is not stored.
        _jdkClassesAreCustomised = snapshot.DefaultSerializers.Concat(snapshot.DefaultSerializerClasses)
            .Any(entry => entry.Name.StartsWith("java.", StringComparison.Ordinal));
    }

    public KryoVersion Version { get; }

    public string NameOf(int classId)
    {
        if (classId < KryoClasses.FirstRegistration)
        {
            return KryoClasses.NameOf(classId) ?? $"the class with Kryo number {classId}";
        }

        var registration = classId - KryoClasses.FirstRegistration;
        return registration < _snapshot.Registrations.Length
            ? _snapshot.Registrations[registration].Name
            : $"the class with Kryo number {classId}, which is not registered";
    }

    /// <summary>The class and how its body is read; null if only the job can read it.</summary>
    public (KryoClass Class, KryoClass.BodyReader Read)? Find(string className) =>
        KryoClasses.ByName.TryGetValue(className, out var known)
        && !(known.IsReferenced && _jdkClassesAreCustomised) && !_customised.Contains(className)
        && known.ReaderFor(Version) is { } read
            ? (known, read)
            : null;

    private static bool HasSerializerOfItsOwn(OptionalMapEntry registration)
    {
        if (registration.Value is not { } frame)
        {
            return true;
        }

        var reader = new JavaDataReader(frame.Span);
        ModifiedUtf8.Skip(ref reader);
        return reader.ReadInt32() != NoSerializerOfItsOwn;
    }
}
