using SavepointCli.Engine.Types.Resolution;

namespace SavepointCli.Engine.Types.Fields;

/// <summary>One field of an owner in view of what was restored.</summary>
/// <param name="Compatibility">Whether restored values of the field can be taken over.</param>
/// <param name="Reader">Reads restored values.</param>
/// <param name="Writer">Writes values from now on.</param>
internal sealed record ResolvedField<TOwner>(Compatibility Compatibility, FieldCodec<TOwner> Reader, FieldCodec<TOwner> Writer);
