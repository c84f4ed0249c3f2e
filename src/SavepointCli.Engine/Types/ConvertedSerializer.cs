using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Engine.Types;

/// <summary>A serializer of values that jobs see as another C# type than the format does.</summary>
/// <typeparam name="T">What the job sees.</typeparam>
/// <typeparam name="TStored">What the format reads and writes.</typeparam>
/// <param name="stored">Reads and writes the stored form.</param>
/// <param name="read">The job's value, or null if it cannot hold the stored one.</param>
/// <param name="write">The stored value.</param>
internal sealed class ConvertedSerializer<T, TStored>(TypeSerializer<TStored> stored, Func<TStored, T?> read, Func<T, TStored> write)
    : TypeSerializer<T>
    where T : struct
{
    public override int FixedLength => stored.FixedLength;

    public override SerializerSnapshot Snapshot => stored.Snapshot;

    public override T Read(ref JavaDataReader reader)
    {
        var value = stored.Read(ref reader);
        return read(value) ?? throw reader.Fault($"{typeof(T).Name} cannot hold the stored {stored.Snapshot.Describe()} {value?.ToString() ?? "null"}", ExitCode.Incompatible);
    }

    public override void Write(JavaDataWriter writer, T value) => stored.Write(writer, write(value));

    public override void Skip(ref JavaDataReader reader) => stored.Skip(ref reader);
}
