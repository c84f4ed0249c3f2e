using SavepointCli.Format.Java;

namespace SavepointCli.Engine.State.Codecs;

/// <summary>Where one writer of a snapshot puts the parts of an entry together.</summary>
internal sealed class EntryBuffers
{
    /// <summary>Key group, key and namespace; behind them the map key.</summary>
    public JavaDataWriter Key { get; } = new();

    /// <summary>The namespace alone.</summary>
    public JavaDataWriter Namespace { get; } = new();

    /// <summary>The map key alone.</summary>
    public JavaDataWriter UserKey { get; } = new();

    /// <summary>The value.</summary>
    public JavaDataWriter Value { get; } = new();
}
