namespace SavepointCli.TestPrograms;

public static class Throws
{
    public static Task Main(string[] args) => throw new InvalidOperationException("thrown from main");
}
