using SavepointCli.Engine.Types.Resolution;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Engine.State.Codecs;

/// <summary>What a descriptor says about the form in which its state is kept and written.</summary>
/// <param name="Resolve">The serializer of the whole value in view of a restored snapshot.</param>
/// <param name="CodecOf">The codec of that serializer.</param>
/// <param name="Copy">Copies a value that can be changed in place; null if it cannot.</param>
internal sealed record StateShape<TState>(
    Func<SerializerSnapshot?, ResolvedSerializer<TState>> Resolve,
    Func<KeyedStateType, ResolvedSerializer<TState>, StateCodec<TState>> CodecOf,
    Func<TState, TState>? Copy)
{
    /// <summary>Whether the keys of a map, which cannot be converted, are what was restored; always so for other states.</summary>
    public Func<SerializerSnapshot?, bool> MapKeysFit { get; init; } = static _ => true;
}
