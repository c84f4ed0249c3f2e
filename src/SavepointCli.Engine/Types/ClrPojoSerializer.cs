using System.Runtime.CompilerServices;
using SavepointCli.Engine.Types.Fields;
using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Engine.Types;

/// <summary>
/// A C# class as Flink's POJO of its Java name: a byte that tells null and the exact class apart, then a flag for null and the value of each
/// field, in the order of the snapshot. Mirrors <c>PojoSerializer</c>.
/// </summary>
/// <typeparam name="TPojo">The class.</typeparam>
/// <param name="fields">The fields in the order of the values; null for one that the class has not (any more).</param>
/// <param name="dropped">The serializers of those that the class has not.</param>
/// <param name="general">The serializer of the general form with the same fields in the same order.</param>
/// <param name="javaName">Java binary name of the class.</param>
internal sealed class ClrPojoSerializer<TPojo>(FieldCodec<TPojo>?[] fields, TypeSerializer?[] dropped, TypeSerializer general, string javaName)
    : TypeSerializer<TPojo>, IPojoSerializer
    where TPojo : class
{
    private const byte NullPojo = 1;
    private const byte ExactClass = 2;

    private static readonly Func<TPojo> Create = typeof(TPojo).GetConstructor(Type.EmptyTypes) is not null
        ? Activator.CreateInstance<TPojo>
        : static () => (TPojo)RuntimeHelpers.GetUninitializedObject(typeof(TPojo));

    public override int FixedLength => VariableLength;

    public override SerializerSnapshot Snapshot => general.Snapshot;

    public override TPojo Read(ref JavaDataReader reader)
    {
        var flags = reader.ReadByte();
        if (flags == NullPojo)
        {
            return null!;
        }

        if (flags != ExactClass)
        {
            throw reader.Fault($"a value of a subclass of {javaName}, for which the job has no class", ExitCode.Incompatible);
        }

        var pojo = Create();
        for (var i = 0; i < fields.Length; i++)
        {
            ReadField(ref reader, i, ref pojo);
        }

        return pojo;
    }

    public override void Write(JavaDataWriter writer, TPojo value)
    {
        if (value is null)
        {
            writer.WriteByte(NullPojo);
            return;
        }

        if (value.GetType() != typeof(TPojo))
        {
            throw new SavepointException(
                ExitCode.Unsupported, $"a {value.GetType()} stands where state holds exactly {typeof(TPojo)}", "copy it into the declared class");
        }

        writer.WriteByte(ExactClass);
        foreach (var field in fields)
        {
            var isNull = field!.IsNull(ref value);
            writer.WriteBoolean(isNull);
            if (!isNull)
            {
                field.Write(writer, ref value);
            }
        }
    }

    public override void Skip(ref JavaDataReader reader) => general.Skip(ref reader);

    private void ReadField(ref JavaDataReader reader, int index, ref TPojo pojo)
    {
        var isNull = reader.ReadBoolean();
        if (fields[index] is not { } field)
        {
            if (!isNull)
            {
                dropped[index]!.Skip(ref reader);
            }
        }
        else if (isNull)
        {
            field.SetNull(ref pojo);
        }
        else
        {
            field.Read(ref reader, ref pojo);
        }
    }
}
