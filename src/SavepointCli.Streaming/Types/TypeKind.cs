namespace SavepointCli.Streaming.Types;

/// <summary>Which family of Flink serializers a type belongs to.</summary>
public enum TypeKind
{
    /// <summary>A type without parts, such as a number, a string or an instant; see <see cref="BasicType"/>.</summary>
    Basic,

    /// <summary>An array of primitives, one Flink serializer per element type.</summary>
    PrimitiveArray,

    /// <summary><c>java.util.List</c>.</summary>
    List,

    /// <summary><c>java.util.Map</c>.</summary>
    Map,

    /// <summary>Flink's <c>Tuple1</c> to <c>Tuple25</c>.</summary>
    Tuple,

    /// <summary>A class with named fields, recorded under its Java class name.</summary>
    Pojo,

    /// <summary>Flink's <c>VoidNamespace</c>: the only namespace of state outside windows.</summary>
    VoidNamespace,

    /// <summary>Flink's <c>TimeWindow</c>.</summary>
    TimeWindow,

    /// <summary>Flink's <c>GlobalWindow</c>.</summary>
    GlobalWindow,

    /// <summary>What Flink's interval join keeps of an element.</summary>
    BufferEntry,
}
