using System.Collections;
using System.Globalization;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Tests.Serializers;

/// <summary>Values as Java's <c>toString</c> printed them into the vectors.</summary>
internal static class JavaPrinted
{
    public static string Of(string type, object? value) => (type, value) switch
    {
        ("NullValue", null) => "(null)",
        (_, null) => "null",
        ("Date", Instant instant) => Utc(instant).ToString("ddd MMM dd HH:mm:ss 'UTC' yyyy", CultureInfo.InvariantCulture),
        ("SqlTime", Instant instant) => Utc(instant).ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        ("SqlTimestamp", Instant instant) => instant.ToString().Replace('T', ' ').TrimEnd('Z'),
        (_, bool flag) => flag ? "true" : "false",
        (_, byte[]) => "[B",
        (_, int[]) => "[I",
        (_, long[]) => "[J",
        (_, char[]) => "[C",
        (_, bool[]) => "[Z",
        (_, LocalDateTime time) => InGroupsOfThree(time.ToString()),
        (_, FlinkPojo pojo) => pojo.TypeName,
        (_, OpaqueValue opaque) => opaque.ClassName,
        (_, SubclassValue subclass) => subclass.ClassName,
        (_, StoredValue stored) => Of(type, stored.Value),
        (_, VoidNamespace) => "VoidNamespace",
        (_, GlobalWindow) => "GlobalWindow",
        (_, FlinkEnum constant) => constant.Name,
        (_, TimeWindow window) => $"TimeWindow{{start={window.Start}, end={window.End}}}",
        (_, FlinkEither either) => $"{(either.IsLeft ? "Left" : "Right")}({Of("", either.Value)})",
        (_, Timer<object?, object?> timer) => $"Timer{{timestamp={timer.Timestamp}, key={Of("", timer.Key)}, namespace={Of("", timer.Namespace)}}}",
        (_, StreamElement element) => element.Tag == 2 ? "Watermark " : "Record ",
        (_, FlinkTuple tuple) => $"({Joined(",", tuple)})",
        (_, FlinkRow row) => $"{Kind(row.Kind)}[{Joined(", ", row)}]",
        (_, RowDataValue row) => $"{Kind(row.Kind)}({Joined(",", row)})",
        (_, FlinkMap map) => $"{{{string.Join(", ", map.Select(entry => $"{Of("", entry.Key)}={Of("", entry.Value)}"))}}}",
        (_, string text) => text,
        (_, IList list) => $"[{Joined(type is "Long[]" or "String[]" ? "," : ", ", list.Cast<object?>())}]",
        (_, IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Joined(string separator, IEnumerable<object?> values) => string.Join(separator, values.Select(value => Of("", value)));

    private static string Kind(RowKind kind) => kind switch
    {
        RowKind.Insert => "+I",
        RowKind.UpdateBefore => "-U",
        RowKind.UpdateAfter => "+U",
        _ => "-D",
    };

    private static DateTimeOffset Utc(Instant instant) => DateTimeOffset.FromUnixTimeSeconds(instant.EpochSecond);

    private static string InGroupsOfThree(string text)
    {
        var digits = text.LastIndexOf('.') is >= 0 and var point ? text.Length - point - 1 : 0;
        return text + new string('0', (3 - digits % 3) % 3);
    }
}
