using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SavepointCli.Engine.Web.Messages;
using SavepointCli.Format.Values;
using SavepointCli.Operations.State;
using SavepointCli.Storage;

namespace SavepointCli.Engine.Web.Snapshots;

/// <summary>
/// Reads entries page by page. A page is read from the start of the state each time, which costs no memory; a search gives up
/// after a while and says where to go on.
/// </summary>
internal sealed class EntryPages(IStorage storage, TimeProvider time)
{
    /// <summary>A longer value is cut: it is there to be looked at.</summary>
    private const int MaxValueLength = 20_000;

    private const int EntriesBetweenLooksAtTheClock = 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly JsonWriterOptions AsText = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One page.</summary>
    /// <exception cref="SavepointException">There is no such snapshot, operator or state.</exception>
    public EntriesAnswer Read(EntrySearch search, CancellationToken cancellation)
    {
        var reading = new StateReadHandler(storage).Open(
            new StateReadRequest
            {
                Path = search.Path,
                Operator = search.Operator,
                State = search.State,
                Key = search.Key is { } key ? new WantedText(key) : null,
            });
        var started = time.GetTimestamp();
        var shown = new List<EntryAnswer>();
        var scanned = 0L;
        var isComplete = true;
        foreach (var entry in reading.Entries(cancellation))
        {
            if (shown.Count == search.Limit || IsOutOfPatience(scanned - search.Skip, started))
            {
                isComplete = false;
                break;
            }

            if (scanned++ >= search.Skip && Text(entry.Key) is var entryKey && Matches(entryKey, search.PartOfKey))
            {
                shown.Add(Show(entry, entryKey));
            }
        }

        return new EntriesAnswer(
            shown, scanned, isComplete ? null : scanned, [.. reading.Findings.Select(finding => $"{finding.Operator}: {finding.Message}")]);
    }

    private bool IsOutOfPatience(long searched, long started) =>
        searched > 0 && searched % EntriesBetweenLooksAtTheClock == 0 && time.GetElapsedTime(started) > Patience;

    private static bool Matches(string key, string? wanted) => wanted is null || key.Contains(wanted, StringComparison.OrdinalIgnoreCase);

    private static EntryAnswer Show(StateEntry entry, string key) => new(
        entry.Operator,
        entry.State,
        StateEntryJson.NameOf(entry.Kind),
        entry.Subtask,
        entry.KeyGroup,
        entry.KeyGroup is null ? null : key,
        entry.Namespace is null or VoidNamespace ? null : Text(entry.Namespace),
        Cut(Text(entry.Value)));

    /// <summary>JSON as text: a browser that parsed it would round large numbers.</summary>
    private static string Text(object? value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, AsText))
        {
            ValueJson.Write(writer, value);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string Cut(string text) => text.Length <= MaxValueLength ? text : $"{text.AsSpan(0, MaxValueLength)}… ({text.Length} characters)";
}
