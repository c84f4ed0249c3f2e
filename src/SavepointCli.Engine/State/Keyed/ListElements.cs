namespace SavepointCli.Engine.State.Keyed;

/// <summary>The rule of Flink's lists: elements are never null.</summary>
internal static class ListElements
{
    public static void RequireNotNull<T>(T element)
    {
        if (element is null)
        {
            throw new ArgumentNullException(nameof(element), "a list state cannot hold null");
        }
    }

    public static List<T> Copy<T>(IEnumerable<T> elements)
    {
        ArgumentNullException.ThrowIfNull(elements);
        List<T> list = [.. elements];
        list.ForEach(RequireNotNull);
        return list;
    }
}
