namespace SavepointCli.Engine.Tests.Loading;

/// <summary>The assembly of programs that the tests load; the test process itself never references it.</summary>
internal static class TestPrograms
{
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "programs", "SavepointCli.TestPrograms.dll");

    public static string Class(string name) => $"SavepointCli.TestPrograms.{name}";
}
