using SavepointCli.Format.Handles;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.OperatorStates;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Engine.State.Operators;

/// <summary>A list state with its description.</summary>
internal sealed class OperatorListTable<T>(OperatorListState<T> state, string name, OperatorStateMode mode, TypeSerializer<T> element)
    : OperatorStateTable
{
    /// <summary>The state as the job sees it.</summary>
    public OperatorListState<T> State => state;

    public override OperatorStateMode Mode => mode;

    public override FrozenOperatorTable Freeze() =>
        new Frozen(state.Copy(), StateMeta.ForOperatorList(name, mode, element.Snapshot), element);

    private sealed class Frozen(List<T> elements, StateMeta meta, TypeSerializer<T> serializer) : FrozenOperatorTable
    {
        public override StateMeta Meta => meta;

        public override void Write(OperatorStateWriter writer)
        {
            var buffer = new JavaDataWriter();
            foreach (var element in elements)
            {
                buffer.Clear();
                serializer.Write(buffer, element);
                writer.WriteElement(meta.Name, buffer.WrittenSpan);
            }
        }
    }
}
