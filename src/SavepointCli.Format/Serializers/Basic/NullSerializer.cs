using System.Text.Json;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Basic;

/// <summary>Types with null as their only value: so many bytes of zero (<c>Void</c> one, <c>NullValue</c> none).</summary>
public sealed class NullSerializer : SimpleSerializer<object?>
{
    internal NullSerializer(string className, string typeName, int length)
        : base(className, typeName, length)
    {
    }

    /// <inheritdoc/>
    public override object? Read(ref JavaDataReader reader)
    {
        reader.Skip(FixedLength);
        return null;
    }

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, object? value) => writer.Reserve(FixedLength).Clear();

    private protected override void Print(JsonBuffer output, object? value) => output.WriteNull();

    private protected override int? HashOf(object? value) => 0;

    private protected override bool TryParse(JsonElement json, out object? value)
    {
        value = null;
        return json.ValueKind == JsonValueKind.Null;
    }
}
