using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;

namespace SavepointCli.Engine.State.Restore;

/// <summary>
/// A keyed state of the restored snapshot that the job has not registered (yet): undecoded, so that it can be written again as it is, even
/// if only the job's own classes could read it.
/// </summary>
internal sealed class RestoredState
{
    private readonly List<RestoredPart> _parts = [];

    /// <summary>What each stream holds of it.</summary>
    public IReadOnlyList<RestoredPart> Parts => _parts;

    /// <summary>Its description in the first stream.</summary>
    public StateMeta Meta => _parts[0].Meta;

    /// <summary>Whether all streams describe it alike, so that their bytes may stand under one description.</summary>
    public bool HasOneDescription { get; private set; } = true;

    /// <summary>Adds what another stream holds.</summary>
    public void Add(RestoredPart part)
    {
        _parts.Add(part);
        HasOneDescription = HasOneDescription && (_parts.Count == 1 || BytesOf(part.Meta).SequenceEqual(BytesOf(Meta)));
    }

    private static ReadOnlySpan<byte> BytesOf(StateMeta meta)
    {
        var writer = new JavaDataWriter();
        meta.Write(writer);
        return writer.WrittenSpan;
    }
}
