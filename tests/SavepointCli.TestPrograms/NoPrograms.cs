namespace SavepointCli.TestPrograms;

/// <summary>Methods that look like entry points and are none.</summary>
public static class NoPrograms
{
    public static string Main(string[] args) => string.Join(' ', args);

    public static class WrongParameter
    {
        public static void Main(int number) => GC.KeepAlive(number);
    }

    public sealed class NotStatic
    {
        private readonly int _number = 1;

        public int Main() => _number;
    }

    internal static class NotPublic
    {
        public static void Main() => GC.KeepAlive(null);
    }

    // Being such a member is the point.
#pragma warning disable CA1000
    public static class Generic<T>
    {
        public static void Main() => GC.KeepAlive(typeof(T));
    }
#pragma warning restore CA1000
}
