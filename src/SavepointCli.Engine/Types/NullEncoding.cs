using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Basic;

namespace SavepointCli.Engine.Types;

/// <summary>Which serializers of nullable C# types have an encoding of null of their own.</summary>
internal static class NullEncoding
{
    /// <summary>Whether the serializer can write null.</summary>
    public static bool IsKnownTo(TypeSerializer serializer) => serializer is StringSerializer or IPojoSerializer;
}
