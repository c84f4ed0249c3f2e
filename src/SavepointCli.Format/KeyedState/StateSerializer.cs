using SavepointCli.Format.Serializers;

namespace SavepointCli.Format.KeyedState;

/// <summary>One serializer of a <see cref="StateMeta"/>.</summary>
/// <param name="Key">One of the names in <see cref="StateMetaKeys"/>.</param>
/// <param name="Snapshot">Its description.</param>
public sealed record StateSerializer(string Key, SerializerSnapshot Snapshot);
