using SavepointCli.Engine.State.Operators;
using SavepointCli.Format.Handles;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.OperatorStates;

namespace SavepointCli.Engine.State.Restore;

/// <summary>An operator state of the restored snapshot that the job has not registered (yet): undecoded elements with their description.</summary>
internal sealed class RestoredOperatorState(StateMeta meta, OperatorStateMode mode) : OperatorStateTable
{
    private readonly List<byte[]> _elements = [];

    /// <summary>Its description in the first stream.</summary>
    public StateMeta Meta => meta;

    public override OperatorStateMode Mode => mode;

    /// <summary>The elements; for a broadcast state its map, once per stream that held one.</summary>
    public IReadOnlyList<byte[]> Elements => _elements;

    /// <summary>Adds an element of a stream that describes the state alike.</summary>
    public void Add(ReadOnlySpan<byte> element) => _elements.Add(element.ToArray());

    public override FrozenOperatorTable Freeze() => new Frozen(this);

    private sealed class Frozen(RestoredOperatorState state) : FrozenOperatorTable
    {
        private static readonly byte[] EmptyMap = new byte[sizeof(int)];

        public override StateMeta Meta => state.Meta;

        public override void Write(OperatorStateWriter writer)
        {
            if (state.Mode == OperatorStateMode.Broadcast)
            {
                // All copies are equal by contract, and a subtask writes one.
                writer.WriteBroadcast(Meta.Name, state.Elements.Count > 0 ? state.Elements[0] : EmptyMap);
                return;
            }

            foreach (var element in state.Elements)
            {
                writer.WriteElement(Meta.Name, element);
            }
        }
    }
}
