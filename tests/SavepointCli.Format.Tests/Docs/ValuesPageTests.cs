using SavepointCli.Format.Values;
using SavepointCli.Testing;

namespace SavepointCli.Format.Tests.Docs;

public sealed class ValuesPageTests
{
    private static readonly string[] NoFormsOfValues = [nameof(ValueJson), nameof(ITtlValue), nameof(NamedFields), nameof(RowKind), nameof(JsonBuffer)];

    public static TheoryData<string> Forms =>
        [.. typeof(ValueJson).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(ValueJson).Namespace)
            .Select(type => type.Name.Split('`')[0])
            .Except(NoFormsOfValues)];

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_page_lists_every_form(string form) =>
        File.ReadAllText(Path.Combine(Fixtures.Root, "..", "..", "docs", "format", "values.md")).Should().ContainAny($"`{form}`", $"`{form}<", $"`{form},", $"`{form}`;");
}
