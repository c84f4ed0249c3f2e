using System.IO.Compression;
using SavepointCli.Parsing;

namespace SavepointCli.Commands.Run;

/// <summary>
/// A program on this machine: a jar for a Flink cluster, an assembly or a zip for the embedded one. An assembly that has a
/// <c>.deps.json</c> beside it is sent as a zip with the assemblies of its folder, so that what it depends on goes along.
/// </summary>
/// <param name="Path">The file as named.</param>
internal sealed record JobProgram(string Path)
{
    private const string AssemblyExtension = ".dll";
    private const string DependenciesExtension = ".deps.json";
    private const string ZipExtension = ".zip";
    private const string JarExtension = ".jar";

    /// <summary>Takes a path as typed; throws if there is no such file.</summary>
    public static JobProgram Find(string path)
    {
        if (Directory.Exists(path))
            throw UsageErrors.Wrong(
                $"Could not get job jar and dependencies from JAR file: JAR file is not a file: {path}",
                "name the program, not its directory");
        if (!File.Exists(path))
            throw UsageErrors.Wrong(
                $"Could not get job jar and dependencies from JAR file: JAR file does not exist: {path}",
                "options go before the program, and its own arguments after it");
        if (path.EndsWith(JarExtension, StringComparison.OrdinalIgnoreCase)) RefuseUnlessArchive(path);
        return new JobProgram(path);
    }

    /// <summary>Makes the one file that is uploaded.</summary>
    public JobPackage Pack()
    {
        var dependencies = System.IO.Path.ChangeExtension(Path, DependenciesExtension);
        var name = System.IO.Path.GetFileName(Path);
        if (!name.EndsWith(AssemblyExtension, StringComparison.OrdinalIgnoreCase) || !File.Exists(dependencies))
            return new JobPackage(Path, name, IsTemporary: false);

        var package = new JobPackage(
            System.IO.Path.GetTempFileName(), System.IO.Path.ChangeExtension(name, ZipExtension), IsTemporary: true);
        try
        {
            Fill(package.Path, dependencies);
            return package;
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    private static void RefuseUnlessArchive(string path)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
        }
        catch (InvalidDataException exception)
        {
            throw new SavepointException(
                ExitCode.Usage,
                $"Could not get job jar and dependencies from JAR file: Error while opening jar file '{path}'",
                "the file is no archive; was it copied whole?",
                exception);
        }
    }

    private void Fill(string package, string dependencies)
    {
        using var zip = new ZipArchive(File.Create(package), ZipArchiveMode.Create);
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;
        foreach (var file in Directory.EnumerateFiles(folder, "*" + AssemblyExtension).Append(dependencies))
            zip.CreateEntryFromFile(file, System.IO.Path.GetFileName(file), CompressionLevel.Fastest);
    }
}
