using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers.Kryo;

/// <summary>A class whose encoding by Kryo is known.</summary>
/// <param name="Name">Java binary name.</param>
/// <param name="IsReferenced">Whether a mark in front tells null, a new object and one that was met before apart; the boxes of primitives have none.</param>
/// <param name="Kryo2">Reads the body as Kryo 2 wrote it, null if that is not known.</param>
/// <param name="Kryo5">Reads the body as Kryo 5 wrote it, null if that is not known.</param>
internal sealed record KryoClass(string Name, bool IsReferenced, KryoClass.BodyReader? Kryo2, KryoClass.BodyReader? Kryo5)
{
    public KryoClass(string name, bool isReferenced, BodyReader both)
        : this(name, isReferenced, both, both)
    {
    }

    /// <summary>Reads what follows the class and the mark.</summary>
    public delegate object? BodyReader(ref JavaDataReader reader, KryoGraph graph);

    /// <summary>The reader for a version; if the version is not known, only what both encode in the same way is read.</summary>
    public BodyReader? ReaderFor(KryoVersion version) => version switch
    {
        KryoVersion.Kryo2 => Kryo2,
        KryoVersion.Kryo5 => Kryo5,
        _ => ReferenceEquals(Kryo2, Kryo5) ? Kryo2 : null,
    };
}
