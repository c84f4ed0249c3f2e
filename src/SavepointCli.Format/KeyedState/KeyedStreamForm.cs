namespace SavepointCli.Format.KeyedState;

/// <summary>The form of a stream that a <see cref="Handles.KeyGroupsHandle"/> points to.</summary>
public enum KeyedStreamForm
{
    /// <summary>Keys and values with lengths; see <see cref="CanonicalKeyGroupReader"/>.</summary>
    Canonical,

    /// <summary>Tables of the heap backend; see <see cref="HeapKeyGroupReader"/>.</summary>
    HeapNative,
}
