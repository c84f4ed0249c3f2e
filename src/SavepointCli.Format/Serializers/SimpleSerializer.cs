using System.Text.Json;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers;

/// <summary>A serializer that its snapshot class alone describes; there is one instance of each.</summary>
/// <typeparam name="T">The C# type of the values.</typeparam>
public abstract class SimpleSerializer<T> : TypeSerializer<T>
{
    /// <summary>Creates the serializer of one snapshot class.</summary>
    /// <param name="className">Java binary name of the snapshot class.</param>
    /// <param name="typeName">The type for people.</param>
    /// <param name="fixedLength">Flink's <c>getLength()</c>.</param>
    protected SimpleSerializer(string className, string typeName, int fixedLength)
    {
        FixedLength = fixedLength;
        Snapshot = new SimpleSerializerSnapshot(className, SimpleSerializerSnapshot.NewestVersion, typeName, this);
    }

    /// <inheritdoc/>
    public sealed override int FixedLength { get; }

    /// <inheritdoc/>
    public sealed override SerializerSnapshot Snapshot { get; }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader) => reader.Skip(FixedLength);

    /// <inheritdoc/>
    public sealed override bool PrintsJson => true;

    /// <inheritdoc/>
    public override void PrintJson(ref JavaDataReader reader, JsonBuffer output) => Print(output, Read(ref reader));

    /// <inheritdoc/>
    public override bool TryHash(ref JavaDataReader reader, out int hash)
    {
        var known = HashOf(Read(ref reader));
        hash = known ?? 0;
        return known is not null;
    }

    /// <inheritdoc/>
    public sealed override bool TryWriteJson(JavaDataWriter writer, JsonElement json)
    {
        if (!TryParse(json, out var value))
        {
            return false;
        }

        Write(writer, value);
        return true;
    }

    /// <summary>Prints a value as <see cref="ValueJson"/> does.</summary>
    private protected virtual void Print(JsonBuffer output, T value) => output.WriteValue(value);

    /// <summary>What <c>hashCode()</c> gives in Java, 0 for null; null where it is not known.</summary>
    private protected virtual int? HashOf(T value) => null;

    /// <summary>The value that stands as JSON.</summary>
    private protected virtual bool TryParse(JsonElement json, out T value)
    {
        value = default!;
        return false;
    }
}
