using System.Globalization;
using BenchmarkDotNet.Running;
using SavepointCli.Benchmarks;

switch (args)
{
    case ["reference", var directory, .. var sizes]:
        ReferenceSnapshot.Write(directory, Size(sizes, 0, 1_000_000), Size(sizes, 1, ReferenceState.TextLength));
        break;
    case ["wide-reference", var directory, .. var sizes]:
        ReferenceSnapshot.WriteWide(directory, Size(sizes, 0, 1000), Size(sizes, 1, 128));
        break;
    case ["processes", var file, .. var commands]:
        ProcessMeasurement.Run(new FileInfo(file).Length, commands);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}

static int Size(string[] sizes, int index, int unlessGiven) => index < sizes.Length ? int.Parse(sizes[index], CultureInfo.InvariantCulture) : unlessGiven;
