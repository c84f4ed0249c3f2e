using SavepointCli.Format.Serializers;

namespace SavepointCli.Engine.Types.Resolution;

/// <summary>The serializer of a type in view of what was restored.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
/// <param name="Compatibility">Whether the restored values can be taken over.</param>
/// <param name="Reader">Reads the restored values; not to be used if they are incompatible.</param>
/// <param name="Writer">Writes values from now on.</param>
public sealed record ResolvedSerializer<T>(Compatibility Compatibility, TypeSerializer<T> Reader, TypeSerializer<T> Writer);
