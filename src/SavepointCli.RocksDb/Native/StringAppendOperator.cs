using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SavepointCli.RocksDb.Native;

/// <summary>
/// The merge operator under whose name Flink opens every column family: it appends an operand to the value, with a comma between. Flink
/// adds to lists with it, so a value may still lie in pieces in the files. Mirrors RocksDB's <c>StringAppendTESTOperator</c>.
/// </summary>
internal static unsafe class StringAppendOperator
{
    private const byte Delimiter = (byte)',';

    private static ReadOnlySpan<byte> StoredName => "stringappendtest\0"u8;

    /// <summary>A new operator. Options that it is given to own it.</summary>
    public static nint Create() => Calls.CreateMergeOperator(0, &Destroy, &MergeAll, &MergeSome, &DeleteValue, &Name);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Destroy(nint state)
    {
        // There is no state.
    }

    // The text lies in the program's read-only data, so its place never moves.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte* Name(nint state) => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(StoredName));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void DeleteValue(nint state, byte* value, nuint length) => NativeMemory.Free(value);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte* MergeAll(
        nint state, byte* key, nuint keyLength, byte* existing, nuint existingLength, byte** operands, nuint* lengths, int count, byte* success, nuint* length) =>
        Join(existing, existingLength, operands, lengths, count, success, length);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte* MergeSome(
        nint state, byte* key, nuint keyLength, byte** operands, nuint* lengths, int count, byte* success, nuint* length) =>
        Join(null, 0, operands, lengths, count, success, length);

    /// <summary>No exception may leave a callback, so what cannot be joined is reported as a failed merge, which ends the read with an error.</summary>
    private static byte* Join(byte* existing, nuint existingLength, byte** operands, nuint* lengths, int count, byte* success, nuint* length)
    {
        *success = 0;
        *length = 0;
        ulong total = existingLength;
        for (var i = 0; i < count; i++)
        {
            total += lengths[i] + (i > 0 || existing is not null ? 1UL : 0UL);
        }

        if (total > (ulong)Array.MaxLength || !TryAllocate((nuint)total, out var joined))
        {
            return null;
        }

        var end = joined;
        if (existing is not null)
        {
            Append(ref end, existing, existingLength);
        }

        for (var i = 0; i < count; i++)
        {
            if (i > 0 || existing is not null)
            {
                *end++ = Delimiter;
            }

            Append(ref end, operands[i], lengths[i]);
        }

        *success = 1;
        *length = (nuint)total;
        return joined;
    }

    private static void Append(ref byte* end, byte* bytes, nuint length)
    {
        NativeMemory.Copy(bytes, end, length);
        end += length;
    }

    private static bool TryAllocate(nuint length, out byte* bytes)
    {
        try
        {
            bytes = (byte*)NativeMemory.Alloc(length);
            return true;
        }
        catch (OutOfMemoryException)
        {
            bytes = null;
            return false;
        }
    }
}
