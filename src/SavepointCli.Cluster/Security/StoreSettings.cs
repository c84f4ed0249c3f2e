namespace SavepointCli.Cluster.Security;

/// <summary>A file with certificates or with a key, and what opens it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Password">Opens the store; null for none.</param>
internal sealed record StoreSettings(string Path, string? Password)
{
    /// <summary>Opens an encrypted key; null for the password of the store.</summary>
    public string? KeyPassword { get; init; }
}
