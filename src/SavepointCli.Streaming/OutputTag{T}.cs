using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming;

/// <summary>Names a side output with records of type <typeparamref name="T"/>.</summary>
/// <param name="id">The name, which tells side outputs of one operator apart.</param>
/// <param name="type">Type of the records; null to find it from <typeparamref name="T"/>.</param>
public sealed class OutputTag<T>(string id, TypeInformation<T>? type = null) : OutputTag(id, type ?? TypeInformation.Of<T>())
{
    /// <summary>Type of the records.</summary>
    public new TypeInformation<T> Type => (TypeInformation<T>)base.Type;
}
