using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SavepointCli.Operations.Export;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Storage;
using SavepointCli.Testing;

namespace SavepointCli.Operations.Tests.Export;

public sealed class StateExportHandlerTests : IDisposable
{
    private static readonly string[] Uids = ["numbers", "gate", "kinds", "scalars", "tumbling", "sessions", "rules", "short-key", "avro"];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("1.9", "savepoint-hashmap")]
    [InlineData("1.20", "canonical-rocksdb")]
    [InlineData("1.20", "native-hashmap")]
    [InlineData("1.20", "avro-canonical-rocksdb")]
    [InlineData("2.2", "canonical-rocksdb-nulls")]
    [InlineData("2.2", "native-rocksdb")]
    [InlineData("2.3", "native-hashmap")]
    public async Task Parquet_read_back_holds_what_the_snapshot_must_hold(string flink, string name)
    {
        var golden = GoldenCase.Load(flink, name);
        var report = await ExportAsync(golden, ExportFormat.Parquet);

        foreach (var group in KeyedLines(golden))
        {
            var file = report.Files.Single(file => file.State == group.Key.State && (file.Operator == group.Key.Operator || (group.Key.Operator == "?" && file.Operator.Length == 32)));
            var rows = await ParquetRows.ReadAsync(file.Path);
            file.Rows.Should().Be(rows.Count);
            var found = rows.Select(row => Texts(row, "key") + " = " + Texts(row, "value"));
            var expected = group.Select(line =>
                Texts(rows[0].Keys, "key", line.GetProperty("key")) + " = " + Texts(rows[0].Keys, "value", line.GetProperty("value")));
            found.Order(StringComparer.Ordinal).Should().Equal(expected.Order(StringComparer.Ordinal), $"{group.Key} was exported");
        }
    }

    [Fact]
    public async Task Fields_have_columns_of_their_types()
    {
        var report = await ExportAsync(GoldenCase.Load("2.2", "canonical-rocksdb"), ExportFormat.Parquet);

        (await SchemaOf(report, "simple")).Should().BeEquivalentTo(new Dictionary<string, Type>
        {
            ["key"] = typeof(long),
            ["value_address"] = typeof(string),
            ["value_id"] = typeof(long),
            ["value_name"] = typeof(string),
            ["value_rank"] = typeof(int),
            ["value_ratio"] = typeof(double),
            ["json"] = typeof(string),
            ["keyGroup"] = typeof(int),
            ["subtask"] = typeof(int),
        });
        (await SchemaOf(report, "ttl-label")).Should().Contain("lastAccess", typeof(long)).And.Contain("value", typeof(string));
        (await SchemaOf(report, "v-bytes")).Should().Contain("value", typeof(byte[])).And.Contain("key", typeof(string));
        (await SchemaOf(report, "v-boolean")).Should().Contain("value", typeof(bool));
        (await SchemaOf(report, "v-float")).Should().Contain("value", typeof(float));
        (await SchemaOf(report, "window-contents")).Should().Contain("namespace_start", typeof(long)).And.Contain("key_f0", typeof(int)).And.Contain("key_f1", typeof(string));
        (await SchemaOf(report, "rules")).Keys.Should().Equal("subtask", "key", "value", "json");
        (await SchemaOf(report, "gate-owners")).Keys.Should().Equal("subtask", "index", "value_f0", "value_f1", "json");
    }

    [Fact]
    public async Task Rows_of_SQL_have_a_column_for_each_of_theirs()
    {
        var report = await ExportAsync(GoldenCase.Load("1.20", "sql-canonical-rocksdb"), ExportFormat.Parquet);

        var file = report.Files.Single(file => file.State == "accState");
        (await ParquetRows.SchemaAsync(file.Path)).Should().Contain("key_f0", typeof(long)).And.Contain("value_f0", typeof(long)).And.Contain("value_f2", typeof(string));
        (await ParquetRows.ReadAsync(file.Path)).Should().HaveCount(20).And.OnlyContain(row => row["value_f0"] is long);
    }

    [Fact]
    public async Task What_fits_no_column_is_kept_as_json()
    {
        var golden = GoldenCase.Load("1.20", "canonical-rocksdb");
        var copy = _folder.CopyOf(golden.SnapshotPath, "damaged");
        foreach (var file in Directory.GetFiles(copy).Where(file => Path.GetFileName(file) != "_metadata"))
        {
            // The flags of one POJO become such that it cannot be read.
            var bytes = File.ReadAllBytes(file);
            var at = bytes.AsSpan().IndexOf("s13"u8);
            if (at < 0) continue;
            bytes[at - 1] = 0x7F;
            File.WriteAllBytes(file, bytes);
        }

        var report = await new StateExportHandler(new FileStorage()).HandleAsync(
            new StateExportRequest(copy, _folder["out"], ExportFormat.Parquet) { Operator = "kinds", State = "simple" }, progress: null, CancellationToken.None);

        var rows = await ParquetRows.ReadAsync(report.Files.Single().Path);
        rows.Should().HaveCount(100);
        rows.Should().ContainSingle(row => row["json"] != null).Which["value_id"].Should().BeNull();
        report.ExitCode.Should().Be(ExitCode.Damaged);
    }

    [Fact]
    public async Task Lines_are_those_of_reading()
    {
        var golden = GoldenCase.Load("2.2", "canonical-rocksdb");
        var report = await ExportAsync(golden, ExportFormat.Jsonl);

        StateLines.Compare(golden.ExpectedLines, report.Files.SelectMany(file => File.ReadLines(file.Path))).Should().BeEmpty();
    }

    [Fact]
    public async Task Csv_has_a_heading_and_quotes_what_needs_it()
    {
        var report = await ExportAsync(GoldenCase.Load("2.2", "canonical-rocksdb"), ExportFormat.Csv);

        var lines = File.ReadAllText(report.Files.Single(file => file.State == "simple").Path).Split("\r\n");
        lines[0].Should().Be("key,value_address,value_id,value_name,value_rank,value_ratio,json,keyGroup,subtask");
        lines.Should().Contain("""13,"{""number"":13,""street"":""s13""}",13,n13,13,4.333333333333333,,1,0""");
        lines.Should().HaveCount(102).And.HaveElementAt(101, "");
    }

    [Fact]
    public async Task Names_that_lead_elsewhere_stay_in_the_directory()
    {
        var report = await ExportAsync(GoldenCase.Load("2.2", "canonical-rocksdb"), ExportFormat.Parquet);

        report.Files.Select(file => Path.GetDirectoryName(file.Path)).Distinct().Should().Equal(_folder["out"]);
        report.Files.Select(file => Path.GetFileName(file.Path)).Should().Contain("kinds._timer_state%2Fevent_user-timers.parquet");
        Directory.GetFiles(_folder["out"]).Should().HaveCount(report.Files.Length);
        ExportFileName.Of("../x", "..", ExportFormat.Csv).Should().Be("%2E%2E%2Fx.%2E%2E.csv");
        ExportFileName.Of(new string('a', 300), "b", ExportFormat.Csv).Should().HaveLength(180 + 1 + 32 + 4)
            .And.NotBe(ExportFileName.Of(new string('a', 300), "c", ExportFormat.Csv));
    }

    [Fact]
    public async Task A_directory_that_is_not_empty_is_refused_unless_told_otherwise()
    {
        var golden = GoldenCase.Load("1.20", "canonical-rocksdb");
        await ExportAsync(golden, ExportFormat.Parquet, state: "count");
        var before = File.ReadAllBytes(_folder["out", "kinds.count.parquet"]);

        var again = () => ExportAsync(golden, ExportFormat.Parquet, state: "count");

        (await again.Should().ThrowAsync<SavepointException>()).Which.ExitCode.Should().Be(ExitCode.Refused);
        var overwritten = await ExportAsync(golden, ExportFormat.Parquet, state: "count", overwrite: true);
        File.ReadAllBytes(overwritten.Files.Single().Path).Should().Equal(before);
        Directory.GetFiles(_folder["out"]).Should().ContainSingle();
    }

    [Fact]
    public async Task What_was_cancelled_leaves_nothing_behind()
    {
        using var cancellation = new CancellationTokenSource();
        var progress = new CancelAtFirstReport(cancellation);

        var export = () => new StateExportHandler(new FileStorage()).HandleAsync(
            new StateExportRequest(GoldenCase.Load("1.20", "canonical-rocksdb").SnapshotPath, _folder["out"], ExportFormat.Parquet) { Operator = "kinds" }, progress, cancellation.Token);

        cancellation.Cancel();
        await export.Should().ThrowAsync<OperationCanceledException>();
        Directory.GetFiles(_folder["out"]).Should().BeEmpty();
    }

    private static IEnumerable<IGrouping<(string Operator, string State), JsonElement>> KeyedLines(GoldenCase golden) => golden.ExpectedLines
        .Select(line => JsonDocument.Parse(line).RootElement)
        .Where(line => line.TryGetProperty("key", out _))
        .GroupBy(line => (Operator: line.GetProperty("operator").GetString()!, State: line.GetProperty("state").GetString()!));

    private static async Task<Dictionary<string, Type>> SchemaOf(StateExportReport report, string state) =>
        await ParquetRows.SchemaAsync(report.Files.First(file => file.State == state).Path);

    /// <summary>The cells of a row whose columns belong to a part.</summary>
    private static string Texts(Dictionary<string, object?> row, string part) =>
        string.Join(" | ", row.Where(cell => IsOf(cell.Key, part)).Select(cell => $"{cell.Key}: {Text(cell.Value)}"));

    /// <summary>The same, of what is expected.</summary>
    private static string Texts(IEnumerable<string> columns, string part, JsonElement expected) =>
        string.Join(" | ", columns.Where(column => IsOf(column, part)).Select(column => $"{column}: {Text(Cell(column, part, expected))}"));

    private static bool IsOf(string column, string part) => column == part || column.StartsWith(part + "_", StringComparison.Ordinal);

    private static JsonElement? Cell(string column, string part, JsonElement value)
    {
        if (column == part || value.ValueKind == JsonValueKind.Null)
        {
            return value;
        }

        var field = column[(part.Length + 1)..];
        return value.ValueKind == JsonValueKind.Object ? value.GetProperty(field) : value[int.Parse(field[1..], CultureInfo.InvariantCulture)];
    }

    private static string Text(object? cell) => cell switch
    {
        null => "null",
        string text when text.StartsWith('{') || text.StartsWith('[') => Canonical(JsonNode.Parse(text)),
        string text => text,
        bool flag => flag ? "true" : "false",
        byte[] bytes => Convert.ToBase64String(bytes),
        JsonElement { ValueKind: JsonValueKind.String } element => element.GetString()!,
        JsonElement { ValueKind: JsonValueKind.Number } element => Number(element.GetRawText()),
        JsonElement element => Canonical(JsonNode.Parse(element.GetRawText())),
        float number => Number(number.ToString("R", CultureInfo.InvariantCulture)),
        _ => Number(Convert.ToString(cell, CultureInfo.InvariantCulture)!),
    };

    private static string Number(string digits) => long.TryParse(digits, CultureInfo.InvariantCulture, out var whole)
        ? whole.ToString(CultureInfo.InvariantCulture)
        : double.Parse(digits, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture);

    private static string Canonical(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject fields => "{" + string.Join(",", fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => field.Key + ":" + Canonical(field.Value))) + "}",
        JsonArray elements => "[" + string.Join(",", elements.Select(Canonical)) + "]",
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => Number(value.ToJsonString()),
        _ => node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString(),
    };

    private Task<StateExportReport> ExportAsync(GoldenCase golden, ExportFormat format, string? state = null, bool overwrite = false) =>
        new StateExportHandler(new FileStorage()).HandleAsync(
            new StateExportRequest(golden.SnapshotPath, _folder["out"], format)
            {
                State = state,
                Overwrite = overwrite,
                Uids = [.. Uids],
                Mappings = new PathMappings(golden.Mappings.Select(mapping => new PathMapping(mapping.Key, mapping.Value))),
            },
            progress: null,
            CancellationToken.None);

    private sealed class CancelAtFirstReport(CancellationTokenSource cancellation) : IProgress<ExportProgress>
    {
        public void Report(ExportProgress value) => cancellation.Cancel();
    }
}
