using System.Collections;
using System.Reflection;

namespace SavepointCli.Streaming.Functions;

/// <summary>
/// Base of all functions. Every subtask works on a copy of its own, made before <see cref="Open"/>; all calls on one copy come
/// from one thread. Mirrors <c>RichFunction</c>.
/// </summary>
public abstract class RichFunction
{
    private RuntimeContext? _runtimeContext;

    /// <summary>The subtask in which the function runs. Available once state is being initialized, so in <see cref="Open"/> too.</summary>
    public RuntimeContext RuntimeContext
    {
        get => _runtimeContext ?? throw new InvalidOperationException("The runtime context is available once the function runs in a subtask, from Open on.");
        internal set => _runtimeContext = value;
    }

    /// <summary>Called once before the first element, after restored state is in place.</summary>
    public virtual void Open()
    {
    }

    /// <summary>Called once at the end, also after a failure.</summary>
    public virtual void Close()
    {
    }

    /// <summary>
    /// The copy for one subtask: by default a shallow one. It is refused if a field holds an array or a collection that can
    /// change, because the subtasks would share it: create those in <see cref="Open"/>, or override this method.
    /// </summary>
    /// <exception cref="JobGraphException">A field would be shared; the message names it.</exception>
    protected internal virtual RichFunction CopyForSubtask()
    {
        for (var type = GetType(); type is not null; type = type.BaseType)
        {
            foreach (var variable in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (IsMutableCollection(variable.GetValue(this)))
                    throw new JobGraphException(
                        $"Field {variable.Name} of {GetType()} holds a {variable.FieldType}, which all subtasks would share.",
                        "Create the collection in Open, make it immutable, or override CopyForSubtask.");
            }
        }
        return (RichFunction)MemberwiseClone();
    }

    private static bool IsMutableCollection(object? value) => value switch
    {
        Array array => array.Length > 0,
        IList list => !list.IsReadOnly,
        IDictionary dictionary => !dictionary.IsReadOnly,
        null or string => false,
        _ => value.GetType() is { IsGenericType: true } type && MutableCollections.Contains(type.GetGenericTypeDefinition()),
    };

    private static readonly HashSet<Type> MutableCollections =
        [typeof(HashSet<>), typeof(Queue<>), typeof(Stack<>), typeof(SortedSet<>), typeof(LinkedList<>), typeof(PriorityQueue<,>)];
}
