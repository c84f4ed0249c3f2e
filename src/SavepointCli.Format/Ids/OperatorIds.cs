using System.Buffers.Binary;
using System.Text;

namespace SavepointCli.Format.Ids;

/// <summary>
/// How operators get their ids: from the uid that the author gave, or from the place in the graph. Mirrors
/// <c>StreamGraphHasherV2</c>; see <c>docs/format/operator-ids.md</c>.
/// </summary>
public static class OperatorIds
{
    private const byte InputFactor = 37;

    /// <summary>The id of an operator with a uid: 128 bits of Murmur3 over its UTF-8 bytes.</summary>
    public static OperatorId FromUid(string uid) => new(Murmur.Hash128(Encoding.UTF8.GetBytes(uid)));

    /// <summary>
    /// The id of an operator without a uid. Neither function nor name count; inserting a node or breaking a chain in front of it
    /// changes it, which is why state of such operators is so easily lost.
    /// </summary>
    /// <param name="nodesHashedBefore">Nodes that have an id already, those with a uid included, in the order of the visit: breadth first from the sources.</param>
    /// <param name="chainableOutputs">Outgoing edges to operators that may run in the same task.</param>
    /// <param name="inputs">Ids of the nodes in front, in the order of the incoming edges.</param>
    public static OperatorId FromPosition(int nodesHashedBefore, int chainableOutputs, ReadOnlySpan<OperatorId> inputs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nodesHashedBefore);
        ArgumentOutOfRangeException.ThrowIfNegative(chainableOutputs);
        var position = new byte[(chainableOutputs + 1) * sizeof(int)];
        for (var at = 0; at < position.Length; at += sizeof(int))
        {
            BinaryPrimitives.WriteInt32LittleEndian(position.AsSpan(at), nodesHashedBefore);
        }

        Span<byte> hash = stackalloc byte[OperatorId.Size];
        Span<byte> input = stackalloc byte[OperatorId.Size];
        new OperatorId(Murmur.Hash128(position)).CopyTo(hash);
        foreach (var id in inputs)
        {
            id.CopyTo(input);
            for (var i = 0; i < hash.Length; i++)
            {
                hash[i] = unchecked((byte)(hash[i] * InputFactor ^ input[i]));
            }
        }

        return OperatorId.FromBytes(hash);
    }
}
