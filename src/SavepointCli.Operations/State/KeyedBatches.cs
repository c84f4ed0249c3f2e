using System.Collections.Immutable;
using SavepointCli.Format.KeyedState;

namespace SavepointCli.Operations.State;

/// <summary>Cuts a stream of keyed state into batches, leaving out what is certainly not wanted.</summary>
/// <param name="reader">Walks the stream.</param>
/// <param name="states">The states of the stream, in the order of its header.</param>
/// <param name="origin">The subtask.</param>
/// <param name="pool">Where batches come from.</param>
internal sealed class KeyedBatches(IKeyGroupReader reader, ImmutableArray<KeyedStateDecoder> states, StateOrigin origin, EntryBatchPool pool)
{
    private bool _holdsEntry;
    private SavepointException? _fault;
    private int _lastDamaged = -1;

    /// <summary>The batches; a fault of the stream comes behind the entries in front of it, and the key groups behind it follow.</summary>
    public IEnumerable<EntryBatch> Read()
    {
        var more = true;
        while (more)
        {
            var batch = pool.Rent(origin, states);
            more = TryFill(batch);
            if (batch.Count > 0)
            {
                yield return batch;
            }
            else
            {
                batch.Return();
            }

            if (_fault is { } fault)
            {
                _fault = null;
                yield return new FindingBatch(origin, findings => findings.Missing(origin, fault));
            }
        }
    }

    /// <summary>False when the stream is at its end, or faults again where it did before.</summary>
    private bool TryFill(KeyedEntryBatch batch)
    {
        try
        {
            while (NextWanted())
            {
                if (batch.IsFull && !states[reader.StateIndex].Continues(batch, reader))
                {
                    _holdsEntry = true;
                    return true;
                }

                batch.Add(reader);
            }
        }
        catch (SavepointException fault)
        {
            _fault = fault;
            var isBehind = reader.KeyGroup > _lastDamaged;
            _lastDamaged = reader.KeyGroup;
            return isBehind;
        }

        return false;
    }

    private bool NextWanted()
    {
        if (_holdsEntry)
        {
            _holdsEntry = false;
            return true;
        }

        while (reader.Read())
        {
            if (states[reader.StateIndex].MayWant(reader))
            {
                return true;
            }
        }

        return false;
    }
}
