using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Composite;

namespace SavepointCli.Engine.Types;

/// <summary>A flag for null, then the value. Flink 2.x wraps the collections of POJOs and their elements in it.</summary>
/// <typeparam name="T">Type of the values; a null that it cannot hold is refused.</typeparam>
/// <param name="general">The serializer of the general form.</param>
/// <param name="inner">The serializer of values that are not null.</param>
internal sealed class ClrNullableSerializer<T>(TypeSerializer general, TypeSerializer<T> inner) : TypeSerializer<T>
{
    private const int FlagLength = 1;

    private readonly int _padding = Math.Max(general.FixedLength - FlagLength, 0);

    public override int FixedLength => general.FixedLength;

    public override SerializerSnapshot Snapshot => general.Snapshot;

    public static ClrNullableSerializer<T> Of(TypeSerializer<T> inner) =>
        inner as ClrNullableSerializer<T> ?? new ClrNullableSerializer<T>(NullableSerializer.Of(inner), inner);

    public override T Read(ref JavaDataReader reader)
    {
        if (!reader.ReadBoolean())
        {
            return inner.Read(ref reader);
        }

        reader.Skip(_padding);
        return default(T) is null
            ? default!
            : throw reader.Fault($"null where the job has {typeof(T).Name}, which has no null", ExitCode.Incompatible);
    }

    public override void Write(JavaDataWriter writer, T value)
    {
        writer.WriteBoolean(value is null);
        if (value is null)
        {
            writer.Reserve(_padding).Clear();
        }
        else
        {
            inner.Write(writer, value);
        }
    }

    public override void Skip(ref JavaDataReader reader) => general.Skip(ref reader);
}
