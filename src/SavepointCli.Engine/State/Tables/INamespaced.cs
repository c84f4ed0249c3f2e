namespace SavepointCli.Engine.State.Tables;

/// <summary>Entries that are addressed by a namespace besides the key.</summary>
internal interface INamespaced<TNamespace>
{
    /// <summary>The namespace to which accesses refer.</summary>
    TNamespace Namespace { get; set; }
}
