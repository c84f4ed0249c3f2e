using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers.Composite;

/// <summary>A <c>Tuple3</c> as a C# tuple.</summary>
/// <typeparam name="T0">Field 0.</typeparam>
/// <typeparam name="T1">Field 1.</typeparam>
/// <typeparam name="T2">Field 2.</typeparam>
public sealed class TupleSerializer<T0, T1, T2> : TypeSerializer<(T0 F0, T1 F1, T2 F2)>
{
    private readonly TypeSerializer<T0> _f0;
    private readonly TypeSerializer<T1> _f1;
    private readonly TypeSerializer<T2> _f2;

    internal TupleSerializer(TypeSerializer<T0> f0, TypeSerializer<T1> f1, TypeSerializer<T2> f2, SerializerSnapshot snapshot)
    {
        _f0 = f0;
        _f1 = f1;
        _f2 = f2;
        Snapshot = snapshot;
        FixedLength = CompositeLength.SumOfPositive(f0, f1, f2);
    }

    /// <inheritdoc/>
    public override int FixedLength { get; }

    /// <inheritdoc/>
    public override SerializerSnapshot Snapshot { get; }

    /// <inheritdoc/>
    public override (T0 F0, T1 F1, T2 F2) Read(ref JavaDataReader reader) =>
        (_f0.Read(ref reader), _f1.Read(ref reader), _f2.Read(ref reader));

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, (T0 F0, T1 F1, T2 F2) value)
    {
        _f0.Write(writer, value.F0);
        _f1.Write(writer, value.F1);
        _f2.Write(writer, value.F2);
    }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader)
    {
        _f0.Skip(ref reader);
        _f1.Skip(ref reader);
        _f2.Skip(ref reader);
    }
}
