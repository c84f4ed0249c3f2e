using System.Text.RegularExpressions;

namespace SavepointCli.Architecture.Tests;

/// <summary>What a reader may rely on when looking for a type: the file is named after it, and it is not too long to read.</summary>
public sealed partial class SourceFileTests
{
    private const int MostLines = 400;

    private static readonly string[] ForbiddenWords = ["Manager", "Helper", "Helpers", "Util", "Utils"];

    [Fact]
    public void A_file_holds_one_public_type_and_is_named_after_it()
    {
        var wrong =
            from path in Repository.SourceFiles("src")
            let name = Path.GetFileNameWithoutExtension(path).Split('{')[0]
            let types = TopLevelType().Matches(File.ReadAllText(path)).Select(match => match.Groups["name"].Value).Distinct().ToArray()
            where types.Length > 1 || (types.Length == 1 && types[0] != name)
            select $"{Repository.Relative(path)}: {string.Join(", ", types)}";

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void A_namespace_is_its_folder()
    {
        var wrong =
            from path in Repository.SourceFiles("src")
            let declared = Namespace().Match(File.ReadAllText(path)).Groups["name"].Value
            where declared.Length > 0 && declared != ExpectedNamespace(path)
            select $"{Repository.Relative(path)}: {declared}";

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void Files_stay_short_enough_to_read()
    {
        var tooLong =
            from path in Repository.SourceFiles("src").Concat(Repository.SourceFiles("tests"))
            let lines = File.ReadLines(path).Count()
            where lines > MostLines
            select $"{Repository.Relative(path)}: {lines} lines";

        tooLong.Should().BeEmpty();
    }

    [Fact]
    public void No_type_is_named_after_nothing_in_particular()
    {
        var vague =
            from path in Repository.SourceFiles("src")
            from Match match in TopLevelType().Matches(File.ReadAllText(path))
            let name = match.Groups["name"].Value
            where ForbiddenWords.Any(word => name.EndsWith(word, StringComparison.Ordinal))
            select name;

        vague.Should().BeEmpty();
    }

    private static string ExpectedNamespace(string path)
    {
        var folders = Repository.Relative(Path.GetDirectoryName(path)!).Split('/').Skip(1).Where(folder => folder != "Examples").ToArray();
        return folders[0] switch
        {
            "SavepointCli.Faults" => string.Join('.', ["SavepointCli", .. folders[1..]]),
            _ => string.Join('.', folders),
        };
    }

    [GeneratedRegex(
        @"^public (?:(?:static|sealed|abstract|readonly|partial|ref|unsafe) )*(?:class|struct|enum|interface|record(?: struct| class)?|delegate \S+) (?<name>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex TopLevelType();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Namespace();
}
