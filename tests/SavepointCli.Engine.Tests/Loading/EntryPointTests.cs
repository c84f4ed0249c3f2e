using System.IO.Compression;
using SavepointCli.Engine.Loading;
using SavepointCli.Testing;

namespace SavepointCli.Engine.Tests.Loading;

/// <summary>Where a program starts.</summary>
public sealed class EntryPointTests
{
    private static readonly string[] Programs =
        [.. new[] { "Asynchronous", "ExecutesNothing", "ExecutesTwice", "HostileNames", "ReturnsThree", "Throws", "WellBehaved" }.Select(TestPrograms.Class)];

    [Fact]
    public void Every_public_static_Main_of_the_right_signature_is_found_and_nothing_else()
    {
        var found = ProgramFile.Open(TestPrograms.Path).EntryPoints();

        found!.Select(entryPoint => entryPoint.TypeName).Should().Equal(Programs);
    }

    [Fact]
    public void Several_entry_points_ask_for_a_name_and_list_the_choices()
    {
        var choose = () => EntryPoint.Choose(ProgramFile.Open(TestPrograms.Path), entryClass: null);

        choose.Should().Throw<EntryPointException>().WithMessage(
            $"'SavepointCli.TestPrograms.dll' has {Programs.Length} entry points, so the entry class must be named: {string.Join(", ", Programs)}.");
    }

    [Fact]
    public void A_class_that_is_not_there_is_named_beside_those_that_are()
    {
        var choose = () => EntryPoint.Choose(ProgramFile.Open(TestPrograms.Path), "rec.Nope");

        choose.Should().Throw<EntryPointException>()
            .WithMessage($"The program's entry point class 'rec.Nope' was not found in the jar file. Entry points *: {string.Join(", ", Programs)}.");
    }

    [Fact]
    public void An_assembly_without_entry_point_is_refused()
    {
        var library = typeof(SavepointCli.Format.Ids.JobId).Assembly.Location;
        var choose = () => EntryPoint.Choose(ProgramFile.Open(library), entryClass: null);

        choose.Should().Throw<EntryPointException>().WithMessage("'SavepointCli.Format.dll' has no entry point: *");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(200)]
    public void A_file_that_is_no_assembly_is_refused(int length)
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder["x.dll"], File.ReadAllBytes(TestPrograms.Path)[..length]);
        var choose = () => EntryPoint.Choose(ProgramFile.Open(folder["x.dll"]), entryClass: null);

        choose.Should().Throw<EntryPointException>().WithMessage("'x.dll' holds no .NET assembly.");
    }

    [Fact]
    public void An_assembly_cut_off_anywhere_is_refused_or_read_but_nothing_worse()
    {
        var whole = File.ReadAllBytes(TestPrograms.Path);
        for (var length = 0; length < whole.Length; length += 7)
        {
            using var image = new MemoryStream(whole, 0, length);
            var found = EntryPointScanner.Scan(image, "x.dll");
            found?.Count.Should().BeLessThanOrEqualTo(Programs.Length);
        }
    }

    [Fact]
    public void An_assembly_with_any_byte_flipped_is_refused_or_read_but_nothing_worse()
    {
        var whole = File.ReadAllBytes(TestPrograms.Path);
        for (var i = 0; i < whole.Length; i++)
        {
            whole[i] ^= 0xFF;
            using var image = new MemoryStream(whole);
            var scan = () => EntryPointScanner.Scan(image, "x.dll");
            scan.Should().NotThrow($"byte {i} was flipped");
            whole[i] ^= 0xFF;
        }
    }

    [Fact]
    public void In_a_zip_the_assembly_that_deps_json_names_is_the_program()
    {
        using var folder = new TempFolder();
        var zip = Zip(folder, ("publish/SavepointCli.TestPrograms.dll", File.ReadAllBytes(TestPrograms.Path)),
            ("publish/SavepointCli.TestPrograms.deps.json", "{}"u8.ToArray()),
            ("publish/Dependency.dll", File.ReadAllBytes(TestPrograms.Path)));

        var program = ProgramFile.Open(zip);
        program.UnpackTo(folder["unpacked"]);

        program.EntryPoints()!.Select(entryPoint => entryPoint.AssemblyName).Distinct().Should().Equal("SavepointCli.TestPrograms.dll");
        File.Exists(folder["unpacked", "Dependency.dll"]).Should().BeTrue();
    }

    [Theory]
    [InlineData("../evil.dll")]
    [InlineData("a/../../evil.dll")]
    [InlineData("/tmp/savepointctl-evil.dll")]
    public void A_zip_cannot_write_outside_of_its_folder(string name)
    {
        using var folder = new TempFolder();
        var zip = Zip(folder, ("x.dll", [1]), (name, [1]));

        var unpack = () => ProgramFile.Open(zip).UnpackTo(folder["unpacked"]);

        unpack.Should().Throw<InvalidDataException>().WithMessage("*points out of the folder*");
        File.Exists(folder["evil.dll"]).Should().BeFalse();
    }

    private static string Zip(TempFolder folder, params (string Name, byte[] Content)[] files)
    {
        var path = folder["program.zip"];
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, content) in files)
        {
            using var entry = archive.CreateEntry(name).Open();
            entry.Write(content);
        }

        return path;
    }
}
