using System.Reflection;
using SavepointCli.Engine.Types.Fields;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Pojo;
using SavepointCli.Streaming.Types;
using PojoField = SavepointCli.Format.Serializers.Pojo.PojoField;

namespace SavepointCli.Engine.Types.Resolution;

/// <summary>
/// Resolves a POJO: the fields of the restored snapshot in its order; a field that only the job has keeps its default, one that only the
/// snapshot has is dropped, and both make a migration.
/// </summary>
internal sealed class PojoResolver<TPojo>(PojoTypeInformation<TPojo> type, SerializerSnapshot? restored)
    where TPojo : class
{
    private static readonly Dictionary<string, PropertyInfo> Properties = typeof(TPojo)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .ToDictionary(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..], StringComparer.Ordinal);

    public object Resolve()
    {
        if (restored is null)
        {
            return new ResolvedSerializer<TPojo>(Compatibility.AsIs, Fresh(), Fresh());
        }

        if (restored is not PojoSerializerSnapshot pojo || pojo.PojoClass != type.JavaName)
        {
            return new ResolvedSerializer<TPojo>(Compatibility.Incompatible, Fresh(), Fresh());
        }

        var fields = pojo.Fields.Select(Field).ToArray();
        var added = type.Fields.Count > fields.Count(field => field.Resolved is not null) ? Compatibility.AfterMigration : Compatibility.AsIs;
        var compatibility = fields.Aggregate(added, (worst, field) => ResolvedSerializer.Worst(worst, field.Compatibility));
        return new ResolvedSerializer<TPojo>(
            compatibility,
            InRestoredOrder(pojo, fields, field => field.Reader),
            compatibility == Compatibility.AsIs ? InRestoredOrder(pojo, fields, field => field.Writer) : Fresh());
    }

    private RestoredField Field(OptionalMapEntry entry)
    {
        var field = type.Fields.FirstOrDefault(candidate => candidate.JavaName == entry.Name);
        if (entry.Snapshot is null)
        {
            return new RestoredField(Compatibility.Incompatible, null, null);
        }

        if (field is null)
        {
            return new RestoredField(Compatibility.AfterMigration, null, entry.Snapshot.RestoreSerializer());
        }

        var resolved = field.Type.Dispatch(new FieldResolver<TPojo>(Properties[field.JavaName], entry.Snapshot, ofPojo: true));
        return new RestoredField(resolved.Compatibility, resolved, null);
    }

    private ClrPojoSerializer<TPojo> InRestoredOrder(
        PojoSerializerSnapshot snapshot, RestoredField[] fields, Func<ResolvedField<TPojo>, FieldCodec<TPojo>> codec) => new(
        Array.ConvertAll(fields, field => field.Resolved is { } resolved ? codec(resolved) : null),
        Array.ConvertAll(fields, field => field.Dropped),
        snapshot.RestoreSerializer(),
        type.JavaName);

    private ClrPojoSerializer<TPojo> Fresh()
    {
        FieldCodec<TPojo>[] fields =
            [.. type.Fields.Select(field => field.Type.Dispatch(new FieldResolver<TPojo>(Properties[field.JavaName], restored: null, ofPojo: true)).Writer)];
        PojoField[] described = [.. fields.Select((field, index) => new PojoField(type.Fields[index].JavaName, field.Serializer))];
        return new ClrPojoSerializer<TPojo>(fields, new TypeSerializer?[fields.Length], PojoSerializer.Of(type.JavaName, described), type.JavaName);
    }

    /// <summary>A field of the restored snapshot: taken over, or dropped.</summary>
    private sealed record RestoredField(Compatibility Compatibility, ResolvedField<TPojo>? Resolved, TypeSerializer? Dropped);
}
