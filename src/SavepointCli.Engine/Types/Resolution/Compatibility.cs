namespace SavepointCli.Engine.Types.Resolution;

/// <summary>How the job's serializer relates to the one that wrote the restored state; the higher, the less it fits. Mirrors <c>TypeSerializerSchemaCompatibility</c>.</summary>
public enum Compatibility
{
    /// <summary>The bytes mean the same to both, if need be with the field order of the restored one.</summary>
    AsIs,

    /// <summary>What is stored can be read and is written in another form from then on.</summary>
    AfterMigration,

    /// <summary>The stored values mean nothing to the job.</summary>
    Incompatible,
}
