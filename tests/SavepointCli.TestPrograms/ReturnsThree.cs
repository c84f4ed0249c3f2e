namespace SavepointCli.TestPrograms;

public static class ReturnsThree
{
    public static int Main() => 3;
}
