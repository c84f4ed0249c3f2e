using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace SavepointCli.RocksDb.Native;

/// <summary>
/// Looks at <c>CURRENT</c> and the manifest before RocksDB does. The manifest is a log of records, each with a checksum; RocksDB takes a
/// damaged one for the end of the log, which leaves out what comes behind, and on some loops for ever. A snapshot's manifest is whole.
/// See <c>docs/format/rocksdb.md</c>.
/// </summary>
internal static class ManifestCheck
{
    private const string CurrentFile = "CURRENT";
    private const string ManifestPrefix = "MANIFEST-";
    private const int LongestCurrent = 64;

    private const int BlockSize = 32 * 1024;
    private const int HeaderSize = sizeof(uint) + sizeof(ushort) + 1;

    private const byte Full = 1;
    private const byte First = 2;
    private const byte Middle = 3;
    private const byte Last = 4;

    private const uint MaskDelta = 0xA282EAD8;
    private const int MaskShift = 15;

    /// <summary>Checks that <c>CURRENT</c> names a manifest and that all of its records are whole.</summary>
    /// <exception cref="RocksDbException">They are not, or one of the two is missing.</exception>
    public static void Require(string directory)
    {
        var manifest = Path.Combine(directory, ReadCurrent(directory));
        if (!File.Exists(manifest))
        {
            throw Fault(directory, $"{Path.Combine(directory, CurrentFile)} names {Path.GetFileName(manifest)}, which is missing");
        }

        using var stream = File.OpenRead(manifest);
        Span<byte> block = new byte[BlockSize];
        var insideRecord = false;
        for (long start = 0; ; start += BlockSize)
        {
            var length = stream.ReadAtLeast(block, BlockSize, throwOnEndOfStream: false);
            CheckBlock(block[..length], start, ref insideRecord, directory, manifest);
            if (length < BlockSize)
            {
                break;
            }
        }

        if (insideRecord)
        {
            throw Fault(directory, $"{manifest} ends inside a record, at offset {stream.Length}");
        }
    }

    private static string ReadCurrent(string directory)
    {
        var path = Path.Combine(directory, CurrentFile);
        if (!File.Exists(path))
        {
            throw Fault(directory, $"{path} is missing");
        }

        using var stream = File.OpenRead(path);
        Span<byte> bytes = stackalloc byte[LongestCurrent];
        var text = Encoding.ASCII.GetString(bytes[..stream.ReadAtLeast(bytes, LongestCurrent, throwOnEndOfStream: false)]);
        var name = text.TrimEnd('\n');
        return name.Length == text.Length - 1 && name.StartsWith(ManifestPrefix, StringComparison.Ordinal)
            && name.Length > ManifestPrefix.Length && name.AsSpan(ManifestPrefix.Length).IndexOfAnyExceptInRange('0', '9') < 0
            ? name
            : throw Fault(directory, $"{path} does not name a manifest");
    }

    /// <summary>A record that does not fit into the rest of a block goes on in the next; a rest too short for a header is filled with zeros.</summary>
    private static void CheckBlock(ReadOnlySpan<byte> block, long start, ref bool insideRecord, string directory, string manifest)
    {
        var at = 0;
        while (block.Length - at >= HeaderSize)
        {
            var record = block[at..];
            var length = BinaryPrimitives.ReadUInt16LittleEndian(record[sizeof(uint)..]);
            var type = record[HeaderSize - 1];
            var continues = type is Middle or Last;
            if (length > record.Length - HeaderSize || type is < Full or > Last || continues != insideRecord
                || Checksum(record.Slice(HeaderSize - 1, 1 + length)) != BinaryPrimitives.ReadUInt32LittleEndian(record))
            {
                throw Fault(directory, $"{manifest} has a damaged record at offset {start + at}");
            }

            insideRecord = type is First or Middle;
            at += HeaderSize + length;
        }

        var rest = block[at..];
        if (rest.Length > 0 && (block.Length < BlockSize || rest.ContainsAnyExcept((byte)0)))
        {
            throw Fault(directory, $"{manifest} is cut off at offset {start + at}");
        }
    }

    /// <summary>CRC-32C of type and payload, rotated and shifted so that checksums of checksums stay useful.</summary>
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return unchecked(BitOperations.RotateRight(~crc, MaskShift) + MaskDelta);
    }

    private static RocksDbException Fault(string directory, string what) => new(ExitCode.Damaged, what, directory);
}
