namespace SavepointCli.Format.Serializers.Composite;

/// <summary>Flink's <c>getLength()</c> of serializers that write their parts one after the other.</summary>
internal static class CompositeLength
{
    /// <summary>The sum of the parts; variable if a part is.</summary>
    public static int Sum(params ReadOnlySpan<TypeSerializer> parts) => Sum(parts, smallest: 0);

    /// <summary>As <see cref="Sum(ReadOnlySpan{TypeSerializer})"/>, but a part of length 0 counts as variable: so do tuples.</summary>
    public static int SumOfPositive(params ReadOnlySpan<TypeSerializer> parts) => Sum(parts, smallest: 1);

    private static int Sum(ReadOnlySpan<TypeSerializer> parts, int smallest)
    {
        var sum = 0;
        foreach (var part in parts)
        {
            if (part.FixedLength < smallest)
            {
                return TypeSerializer.VariableLength;
            }

            sum += part.FixedLength;
        }

        return sum;
    }
}
