namespace SavepointCli.Format.Java;

/// <summary>
/// Reads what Java's <c>ObjectOutputStream</c> writes. Such streams have no length: only reading one to its end tells where it ends.
/// Nothing is instantiated; objects come as <see cref="JavaObject"/>, <see cref="JavaEnum"/>, <see cref="JavaArray"/>,
/// <see cref="JavaClass"/>, text or null.
/// </summary>
public static class JavaObjectStream
{
    /// <summary>Reads the header and one object.</summary>
    /// <exception cref="SavepointFormatException">Damaged; or, with <see cref="ExitCode.Unsupported"/>, a form without a readable end.</exception>
    public static object? Read(ref JavaDataReader reader)
    {
        var at = reader.Offset;
        var magic = reader.ReadUInt16();
        var version = reader.ReadUInt16();
        return magic == JavaStreamConstants.Magic && version == JavaStreamConstants.Version
            ? new JavaObjectParser().ReadContent(ref reader)
            : throw new SavepointFormatException($"no stream of Java objects: {magic:X4}{version:X4}", reader.Origin.Path, at);
    }

    /// <summary>Reads header and object and returns the bytes they took.</summary>
    /// <param name="reader">The bytes.</param>
    /// <param name="value">The object.</param>
    public static ReadOnlyMemory<byte> ReadWithBytes(ref JavaDataReader reader, out object? value)
    {
        var start = reader.Position;
        value = Read(ref reader);
        return reader.Slice(start, reader.Position).ToArray();
    }

    /// <summary>Elements of the JDK's lists, whichever class they are of; null if the object is no such list.</summary>
    public static IReadOnlyList<object?>? ElementsOf(object? list)
    {
        // Wrappers of wrappers end somewhere, but a stream may claim that one wraps itself.
        for (var depth = 0; depth < JavaDataReader.MaxDepth && list is JavaObject wrapper; depth++)
        {
            if (wrapper["a"] is JavaArray array)
            {
                return array.Elements;
            }

            if (wrapper.ClassName is "java.util.ArrayList" or "java.util.LinkedList" or "java.util.CollSer")
            {
                return [.. wrapper.Written.Where(written => written is not byte[])];
            }

            if (wrapper.ClassName == "java.util.Collections$EmptyList")
            {
                return [];
            }

            if (wrapper.ClassName == "java.util.Collections$SingletonList")
            {
                return [wrapper["element"]];
            }

            list = wrapper["list"] ?? wrapper["c"];
        }

        return null;
    }
}
