using System.Collections.Immutable;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.KeyedState.Changelog;
using SavepointCli.Format.Serializers;
using SavepointCli.Operations.Snapshots;

namespace SavepointCli.Operations.State;

/// <summary>
/// Finds what the keys of an operator are whose state is a changelog: the log does not say. A snapshot below the log of any subtask does, or
/// a queue of timers; else types are tried on all changes.
/// </summary>
/// <param name="snapshot">The snapshot.</param>
internal sealed class ChangelogKeys(Snapshot snapshot)
{
    private const int MostAlternatives = 3;
    private readonly Dictionary<OperatorId, ChangelogKeyType?> _found = [];

    /// <summary>The type of the keys of an operator; null if none fits.</summary>
    public ChangelogKeyType? Of(OperatorId id)
    {
        if (!_found.TryGetValue(id, out var found))
        {
            var state = snapshot.Metadata.Operators.First(candidate => candidate.Id == id);
            var handles = state.Subtasks.Select(subtask => subtask.ManagedKeyedState).OfType<ChangelogKeyedStateHandle>().ToList();
            found = Stated(handles) ?? Tried(handles, state.MaxParallelism);
            _found.Add(id, found);
        }

        return found;
    }

    /// <summary>The log of one subtask.</summary>
    public ChangelogLog Open(ChangelogKeyedStateHandle handle, KeyGroupRange range)
    {
        var files = new Dictionary<StreamHandle, Func<Stream>>();
        var sources = ImmutableArray.CreateBuilder<ChangelogSource>();
        foreach (var part in handle.NonMaterialized)
        {
            switch (part)
            {
                case ChangelogFilesHandle stored:
                    sources.AddRange(stored.Streams.Where(stream => stream.Stream is not null).Select(stream => SourceOf(stream, files)));
                    break;
                case InMemoryChangelogHandle inline:
                    sources.Add(ChangelogSource.Inline($"{snapshot.Pointer.MetadataPath}, inline", inline.Changes));
                    break;
            }
        }

        return new ChangelogLog(sources.ToImmutable(), range, snapshot.Metadata.Kryo);
    }

    private ChangelogSource SourceOf(ChangelogStream stream, Dictionary<StreamHandle, Func<Stream>> files)
    {
        var handle = stream.Stream!;
        if (!files.TryGetValue(handle, out var open))
        {
            open = () => snapshot.Streams.Open(handle);
            files.Add(handle, open);
        }

        return ChangelogSource.InFile(snapshot.Streams.Describe(handle), stream.Offset, open);
    }

    private ChangelogKeyType? Stated(List<ChangelogKeyedStateHandle> handles)
    {
        foreach (var materialized in handles.SelectMany(handle => handle.Materialized))
        {
            if (HeaderOf(materialized) is { } header)
            {
                return new ChangelogKeyType(header.KeySerializer);
            }
        }

        foreach (var handle in handles)
        {
            using var log = Open(handle, handle.KeyGroups);
            if (log.KeySerializerOfTimers is { } serializer)
            {
                return new ChangelogKeyType(serializer);
            }
        }

        return null;
    }

    private KeyedBackendHeader? HeaderOf(KeyedStateHandle materialized)
    {
        try
        {
            switch (materialized)
            {
                case KeyGroupsHandle { Stream: { } stored } handle:
                    using (var stream = snapshot.Streams.Open(stored))
                    {
                        return KeyedBackendHeader.ReadFrom(stream, handle, snapshot.Streams.Describe(stored));
                    }

                case IncrementalKeyedStateHandle { MetaHandle: { } meta }:
                    using (var stream = snapshot.Streams.Open(meta))
                    {
                        return KeyedBackendHeader.Read(stream, snapshot.Streams.Describe(meta));
                    }

                default:
                    return null;
            }
        }
        catch (SavepointException)
        {
            // Reported where that state itself is read; another subtask may tell the same.
            return null;
        }
    }

    private ChangelogKeyType? Tried(List<ChangelogKeyedStateHandle> handles, int maxParallelism)
    {
        var logs = handles.ConvertAll(handle => Open(handle, handle.KeyGroups));
        try
        {
            var fitting = ChangelogKeyTypes.Candidates.Where(candidate => FitsAll(logs, candidate, maxParallelism)).Take(MostAlternatives + 1).ToList();
            return fitting.Count == 0
                ? null
                : new ChangelogKeyType(fitting[0].Snapshot)
                {
                    WasTried = true,
                    Alternatives = [.. fitting.Skip(1).Select(other => other.Snapshot.Describe())],
                };
        }
        finally
        {
            logs.ForEach(log => log.Dispose());
        }
    }

    private static bool FitsAll(List<ChangelogLog> logs, TypeSerializer candidate, int maxParallelism)
    {
        var spoken = 0L;
        foreach (var log in logs)
        {
            if (!log.Fits(candidate, maxParallelism, out var changes))
            {
                return false;
            }

            spoken += changes;
        }

        return spoken > 0;
    }
}
