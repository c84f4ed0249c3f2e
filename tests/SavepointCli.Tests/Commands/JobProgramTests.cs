using System.IO.Compression;
using SavepointCli.Commands.Run;
using SavepointCli.Testing;

namespace SavepointCli.Tests.Commands;

public sealed class JobProgramTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("job.jar")]
    [InlineData("job.zip")]
    [InlineData("job.dll")]
    public void A_file_that_stands_alone_is_sent_as_it_is(string name)
    {
        // An archive without entries: what is named a jar and is no archive is refused.
        using (ZipFile.Open(_folder[name], ZipArchiveMode.Create))
        {
        }

        using var package = JobProgram.Find(_folder[name]).Pack();

        package.Should().Be(new JobPackage(_folder[name], name, IsTemporary: false));
    }

    [Fact]
    public void An_assembly_takes_along_what_it_depends_on()
    {
        foreach (var name in new[] { "job.dll", "job.deps.json", "library.dll", "other.deps.json", "notes.txt" })
            File.WriteAllText(_folder[name], name);

        string path;
        using (var package = JobProgram.Find(_folder["job.dll"]).Pack())
        {
            path = package.Path;
            package.Name.Should().Be("job.zip");
            using var zip = ZipFile.OpenRead(path);
            zip.Entries.Select(entry => entry.FullName).Should().BeEquivalentTo("job.dll", "library.dll", "job.deps.json");
        }

        File.Exists(path).Should().BeFalse();
        File.Exists(_folder["job.dll"]).Should().BeTrue();
    }
}
