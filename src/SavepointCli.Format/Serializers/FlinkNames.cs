namespace SavepointCli.Format.Serializers;

/// <summary>Java packages of Flink's serializers, and the pattern after which most snapshot classes are named.</summary>
internal static class FlinkNames
{
    public const string Base = "org.apache.flink.api.common.typeutils.base.";
    public const string Array = Base + "array.";
    public const string JavaRuntime = "org.apache.flink.api.java.typeutils.runtime.";
    public const string Scala = "org.apache.flink.api.scala.typeutils.";
    public const string State = "org.apache.flink.runtime.state.";
    public const string Windows = "org.apache.flink.streaming.api.windowing.windows.";
    public const string TableRuntime = "org.apache.flink.table.runtime.";
    public const string TableTypes = TableRuntime + "typeutils.";
    public const string DataView = "org.apache.flink.table.dataview.";

    /// <summary><c>XSerializer$XSerializerSnapshot</c></summary>
    public static string Nested(string package, string name) => $"{package}{name}Serializer${name}SerializerSnapshot";

    /// <summary><c>XSerializerSnapshot</c></summary>
    public static string TopLevel(string package, string name) => $"{package}{name}SerializerSnapshot";

    /// <summary><c>X$Serializer$XSerializerSnapshot</c>, the pattern of windows.</summary>
    public static string Window(string package, string name) => $"{package}{name}$Serializer${name}SerializerSnapshot";
}
