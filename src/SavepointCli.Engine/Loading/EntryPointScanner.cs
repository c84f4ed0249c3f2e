using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace SavepointCli.Engine.Loading;

/// <summary>
/// Finds entry points by reading the metadata of an assembly, without loading any of it: public static <c>Main</c>, with
/// <c>string[]</c> or nothing, returning void, int, Task or Task&lt;int&gt;, in a public type that is not generic.
/// </summary>
internal sealed class EntryPointScanner
{
    private const string MethodName = "Main";

    /// <summary>Damaged metadata can nest a type in itself.</summary>
    private const int DeepestNesting = 64;

    private readonly MetadataReader _metadata;
    private readonly string _assemblyName;

    private EntryPointScanner(MetadataReader metadata, string assemblyName)
    {
        _metadata = metadata;
        _assemblyName = assemblyName;
    }

    /// <summary>
    /// The entry points of an assembly in the order of their names. Where no public one exists, the one that the compiler marked as
    /// the start of an executable counts, so that a program of top-level statements can be run too.
    /// </summary>
    /// <param name="image">The assembly; has to be seekable.</param>
    /// <param name="assemblyName">File name of the assembly.</param>
    /// <returns>The entry points, or null if the stream is no .NET assembly.</returns>
    public static IReadOnlyList<EntryPoint>? Scan(Stream image, string assemblyName)
    {
        try
        {
            using var file = new PEReader(image, PEStreamOptions.LeaveOpen);
            return file.HasMetadata ? new EntryPointScanner(file.GetMetadataReader(), assemblyName).Scan(file.PEHeaders) : null;
        }
        catch (Exception fault) when (IsContradiction(fault))
        {
            return null;
        }
    }

    /// <summary>Whether this is one of the ways in which the metadata reader says that the tables contradict each other.</summary>
    private static bool IsContradiction(Exception fault) =>
        fault is BadImageFormatException or OverflowException or ArgumentException or InvalidOperationException;

    private List<EntryPoint> Scan(PEHeaders headers)
    {
        var found = new List<EntryPoint>();
        foreach (var handle in _metadata.TypeDefinitions)
        {
            var type = _metadata.GetTypeDefinition(handle);
            if (!IsVisible(type) || type.GetGenericParameters().Count > 0)
            {
                continue;
            }

            foreach (var methodHandle in type.GetMethods())
            {
                if (IsEntryPoint(_metadata.GetMethodDefinition(methodHandle)))
                {
                    found.Add(new EntryPoint(_assemblyName, NameOf(type), MetadataTokens.GetToken(methodHandle)));
                }
            }
        }

        if (found.Count == 0 && StartOf(headers) is { } start)
        {
            found.Add(start);
        }

        found.Sort((left, right) => string.CompareOrdinal(left.TypeName, right.TypeName));
        return found;
    }

    private EntryPoint? StartOf(PEHeaders headers)
    {
        var token = headers.CorHeader?.EntryPointTokenOrRelativeVirtualAddress ?? 0;
        if (token == 0 || headers.CorHeader!.Flags.HasFlag(CorFlags.NativeEntryPoint))
        {
            return null;
        }

        var method = _metadata.GetMethodDefinition((MethodDefinitionHandle)MetadataTokens.EntityHandle(token));
        return new EntryPoint(_assemblyName, NameOf(_metadata.GetTypeDefinition(method.GetDeclaringType())), token);
    }

    private bool IsVisible(TypeDefinition type, int depth = 0) => (type.Attributes & TypeAttributes.VisibilityMask) switch
    {
        TypeAttributes.Public => true,
        TypeAttributes.NestedPublic => depth < DeepestNesting && IsVisible(_metadata.GetTypeDefinition(type.GetDeclaringType()), depth + 1),
        _ => false,
    };

    private bool IsEntryPoint(MethodDefinition method)
    {
        const MethodAttributes publicStatic = MethodAttributes.Public | MethodAttributes.Static;
        return (method.Attributes & (MethodAttributes.MemberAccessMask | MethodAttributes.Static)) == publicStatic
            && _metadata.StringComparer.Equals(method.Name, MethodName)
            && HasSignature(_metadata.GetBlobReader(method.Signature));
    }

    private bool HasSignature(BlobReader signature)
    {
        var header = signature.ReadSignatureHeader();
        if (header.IsGeneric || header.IsInstance)
        {
            return false;
        }

        var parameters = signature.ReadCompressedInteger();
        return parameters <= 1
            && IsResult(ref signature)
            && (parameters == 0
                || signature.ReadSignatureTypeCode() == SignatureTypeCode.SZArray
                && signature.ReadSignatureTypeCode() == SignatureTypeCode.String);
    }

    private bool IsResult(ref BlobReader signature)
    {
        switch (signature.ReadSignatureTypeCode())
        {
            case SignatureTypeCode.Void or SignatureTypeCode.Int32:
                return true;
            case SignatureTypeCode.TypeHandle:
                return IsTask(signature.ReadTypeHandle(), "Task");
            case SignatureTypeCode.GenericTypeInstance:
                return signature.ReadSignatureTypeCode() == SignatureTypeCode.TypeHandle
                    && IsTask(signature.ReadTypeHandle(), "Task`1")
                    && signature.ReadCompressedInteger() == 1
                    && signature.ReadSignatureTypeCode() == SignatureTypeCode.Int32;
            default:
                return false;
        }
    }

    private bool IsTask(EntityHandle handle, string name)
    {
        if (handle.Kind != HandleKind.TypeReference)
        {
            return false;
        }

        var type = _metadata.GetTypeReference((TypeReferenceHandle)handle);
        return _metadata.StringComparer.Equals(type.Namespace, "System.Threading.Tasks")
            && _metadata.StringComparer.Equals(type.Name, name);
    }

    private string NameOf(TypeDefinition type, int depth = 0)
    {
        var name = _metadata.GetString(type.Name);
        if (type.IsNested)
        {
            return depth < DeepestNesting
                ? $"{NameOf(_metadata.GetTypeDefinition(type.GetDeclaringType()), depth + 1)}+{name}"
                : throw new BadImageFormatException("types are nested too deep");
        }

        return type.Namespace.IsNil ? name : $"{_metadata.GetString(type.Namespace)}.{name}";
    }
}
