using SavepointCli.Engine.Types;
using SavepointCli.Engine.Types.Resolution;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.Tasks;

/// <summary>
/// Gives every consumer a record of its own, so that no two operators change one object. Records that cannot change are passed as they
/// are.
/// </summary>
internal static class RecordCopies
{
    /// <summary>Copies records of a type; null if there is no need. Of one producer only: it has a buffer.</summary>
    public static Func<T, T>? Of<T>(TypeInformation<T> type) => ValueCopier.Of(type, SerializerResolver.Fresh(type));
}
