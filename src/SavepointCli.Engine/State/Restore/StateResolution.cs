using SavepointCli.Engine.State.Codecs;
using SavepointCli.Engine.Types.Resolution;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.State.Restore;

/// <summary>Decides whether what was restored of a state fits the job's registration of it.</summary>
/// <param name="operatorName">Name of the operator, for messages.</param>
internal sealed class StateResolution(string operatorName)
{
    /// <summary>Requires that a restored state is of the job's kind.</summary>
    /// <exception cref="SavepointException">It is not.</exception>
    public void RequireKind(StateMeta restored, KeyedStateType type)
    {
        if (restored.Kind != BackendStateType.KeyValue || restored.KeyedStateType != type)
        {
            throw RestoreFaults.Kind(operatorName, restored.Name, RestoreFaults.Words(restored), $"{type} state");
        }
    }

    /// <summary>The serializers of namespaces, which cannot be converted.</summary>
    /// <exception cref="SavepointException">They differ.</exception>
    public ResolvedSerializer<TNamespace> Namespaces<TNamespace>(string name, TypeInformation<TNamespace> type, SerializerSnapshot? restored)
    {
        var resolved = SerializerResolver.Resolve(type, restored);
        return resolved.Compatibility == Compatibility.AsIs
            ? resolved
            : throw RestoreFaults.State(operatorName, name, "namespaces", restored, resolved.Writer.Snapshot);
    }

    /// <summary>The serializers of states.</summary>
    /// <exception cref="SavepointException">What was restored cannot be read as the job's type.</exception>
    public ResolvedSerializer<TState> Values<TState>(string name, StateShape<TState> shape, SerializerSnapshot? restored)
    {
        var resolved = shape.Resolve(restored);
        if (resolved.Compatibility != Compatibility.Incompatible)
        {
            return resolved;
        }

        var job = shape.Resolve(null).Writer.Snapshot;
        throw shape.MapKeysFit(restored)
            ? RestoreFaults.State(operatorName, name, "values", restored, job)
            : RestoreFaults.MapKey(operatorName, name, restored, job);
    }
}
