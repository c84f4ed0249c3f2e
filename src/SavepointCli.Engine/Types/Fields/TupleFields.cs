using System.Globalization;
using System.Reflection;

namespace SavepointCli.Engine.Types.Fields;

/// <summary>The fields of value tuples by position.</summary>
internal static class TupleFields
{
    public static FieldInfo Of<TTuple>(int index) =>
        typeof(TTuple).GetField(string.Create(CultureInfo.InvariantCulture, $"Item{index + 1}"))!;
}
