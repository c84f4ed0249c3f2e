using System.Xml.Linq;

namespace SavepointCli.Architecture.Tests;

/// <summary>Which project may know which. The picture is in <c>docs/architecture.md</c>; an arrow that is missing here is forbidden.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["SavepointCli.Faults"] = [],
        ["SavepointCli.Format"] = ["SavepointCli.Faults"],
        ["SavepointCli.RocksDb"] = ["SavepointCli.Faults"],
        ["SavepointCli.Storage"] = ["SavepointCli.Faults"],
        ["SavepointCli.Streaming"] = [],
        ["SavepointCli.Operations"] = ["SavepointCli.Faults", "SavepointCli.Format", "SavepointCli.RocksDb", "SavepointCli.Storage"],
        ["SavepointCli.Cluster"] = ["SavepointCli.Faults", "SavepointCli.Operations"],
        ["SavepointCli.Engine"] =
            ["SavepointCli.Faults", "SavepointCli.Format", "SavepointCli.Operations", "SavepointCli.RocksDb", "SavepointCli.Storage", "SavepointCli.Streaming"],
        ["SavepointCli"] = ["SavepointCli.Cluster", "SavepointCli.Faults", "SavepointCli.Operations"],
        ["SavepointCli.Examples.Counting"] = ["SavepointCli.Streaming"],
        ["SavepointCli.Examples.Golden"] = ["SavepointCli.Streaming"],
    };

    public static TheoryData<string> Projects { get; } = [.. ProjectFiles().Select(NameOf)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_the_picture_allows(string project)
    {
        Allowed.Should().ContainKey(project, "every project has its place in the picture");
        References(project).Should().BeSubsetOf(Allowed[project]);
    }

    [Fact]
    public void The_tool_takes_the_engine_along_without_referencing_it()
    {
        References("SavepointCli").Should().NotContain("SavepointCli.Engine", "the tool speaks REST to the engine, as it does to a real cluster");
    }

    [Fact]
    public void Every_project_of_the_picture_exists()
    {
        ProjectFiles().Select(NameOf).Should().BeEquivalentTo(Allowed.Keys);
    }

    private static IEnumerable<string> ProjectFiles() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    /// <summary>References that end up in the assembly; those that only order the build (<c>ReferenceOutputAssembly="false"</c>) do not.</summary>
    private static IEnumerable<string> References(string project) =>
        XDocument.Load(ProjectFiles().Single(path => NameOf(path) == project))
            .Descendants("ProjectReference")
            .Where(reference => reference.Attribute("ReferenceOutputAssembly")?.Value != "false")
            .Select(reference => NameOf(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    private static string NameOf(string projectFile) => Path.GetFileNameWithoutExtension(projectFile);
}
