using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers;

/// <summary>A serializer whose values have one C# type; the engine's state backends work on this form.</summary>
/// <typeparam name="T">The C# type of the values; nullable exactly if the Flink serializer can write null.</typeparam>
public abstract class TypeSerializer<T> : TypeSerializer
{
    /// <summary>Reads one value.</summary>
    public abstract T Read(ref JavaDataReader reader);

    /// <summary>Writes one value.</summary>
    public abstract void Write(JavaDataWriter writer, T value);

    /// <inheritdoc/>
    public sealed override object? ReadObject(ref JavaDataReader reader) => Read(ref reader);

    /// <inheritdoc/>
    public sealed override void WriteObject(JavaDataWriter writer, object? value) => Write(writer, (T)value!);
}
