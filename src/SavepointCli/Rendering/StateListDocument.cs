using System.Text.Json;
using SavepointCli.Format.Values;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Operations.State;
using SavepointCli.Operations.StateList;

namespace SavepointCli.Rendering;

/// <summary>What <c>state list -o json</c> and <c>-o yaml</c> print.</summary>
internal sealed record StateListDocument(
    string ApiVersion,
    string Kind,
    string Path,
    long? TotalBytes,
    IReadOnlyList<StateListDocument.State> Items,
    IReadOnlyList<StateListDocument.ReadFinding> Findings,
    IReadOnlyList<MovedFile> MovedFiles)
{
    public static StateListDocument Of(StateListReport report) => new(
        DocumentRenderer.ApiVersion,
        "StateList",
        report.Snapshot.Uri,
        report.Depth >= StateListDepth.Counts ? report.TotalBytes : null,
        [.. report.States.Select(state => State.Of(state, report.TotalBytes))],
        [.. report.Findings.Select(ReadFinding.Of)],
        report.Moved);

    /// <summary>One state; numbers are null where they were not asked for.</summary>
    internal sealed record State(
        StateOwner Operator,
        string Name,
        string Kind,
        string? KeyType,
        string? NamespaceType,
        string ValueType,
        long? Entries,
        long? Bytes,
        double? Share,
        Skew? Skew)
    {
        private const int ShareDigits = 4;

        public static State Of(ListedState state, long total) => new(
            new StateOwner(state.OperatorId.ToString(), state.OperatorUid, state.OperatorName),
            state.Name,
            StateEntryJson.NameOf(state.Kind),
            state.KeyType,
            state.NamespaceType,
            state.ValueType,
            state.Entries,
            state.Bytes,
            state.Bytes is { } bytes && total > 0 ? Math.Round((double)bytes / total, ShareDigits) : null,
            state.Skew is { } skew ? Skew.Of(skew) : null);
    }

    /// <summary>The operator of a state.</summary>
    internal sealed record StateOwner(string Id, string? Uid, string? Name);

    /// <summary>How the entries are spread.</summary>
    internal sealed record Skew(Spread Subtasks, Spread KeyGroups, IReadOnlyList<Key> LargestKeys)
    {
        public static Skew Of(StateSkew skew) => new(Spread.Of(skew.Subtasks), Spread.Of(skew.KeyGroups), [.. skew.LargestKeys.Select(Key.Of)]);
    }

    /// <summary>Bytes over numbered places.</summary>
    internal sealed record Spread(int Places, long MinBytes, long MedianBytes, long MaxBytes, double? MaxToMedian, IReadOnlyList<SpreadPlace> Largest)
    {
        private const int RatioDigits = 2;

        public static Spread Of(Operations.StateList.Spread spread) => new(
            spread.Places, spread.Min, spread.Median, spread.Max, spread.MaxToMedian is { } ratio ? Math.Round(ratio, RatioDigits) : null, spread.Largest);
    }

    /// <summary>A key with many bytes, in the form in which <c>state read</c> prints it.</summary>
    internal sealed record Key(JsonElement Value, JsonElement Namespace, int KeyGroup, int Subtask, long Bytes)
    {
        public static Key Of(LargeKey key) => new(Json(key.Key), Json(key.Namespace), key.KeyGroup, key.Subtask, key.Bytes);

        private static JsonElement Json(object? value)
        {
            using var bytes = new MemoryStream();
            using (var writer = new Utf8JsonWriter(bytes)) ValueJson.Write(writer, value);
            return JsonElement.Parse(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        }
    }

    /// <summary>Something that could not be read.</summary>
    internal sealed record ReadFinding(string Severity, string Operator, string? State, int Subtask, string Message)
    {
        public static ReadFinding Of(StateFinding finding) => new(
            InspectRenderer.NameOf(finding.Severity), finding.Operator, finding.State, finding.Subtask, finding.Message);
    }
}
