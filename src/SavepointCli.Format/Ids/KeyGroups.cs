using System.Numerics;

namespace SavepointCli.Format.Ids;

/// <summary>
/// How keys are dealt to key groups and key groups to subtasks. Mirrors <c>KeyGroupRangeAssignment</c>; the number of key groups
/// is the max parallelism and never changes during the life of the state.
/// </summary>
public static class KeyGroups
{
    /// <summary>Largest max parallelism, 2^15.</summary>
    public const int MaxParallelismLimit = 1 << 15;

    private const int SmallestDefault = 1 << 7;
    private const int LargestOneBytePrefix = 1 << 7;

    /// <summary>The key group of a key.</summary>
    /// <param name="javaHash">What the key's <c>hashCode()</c> gives in Java, see <see cref="JavaHash"/>.</param>
    /// <param name="maxParallelism">Number of key groups.</param>
    public static int Of(int javaHash, int maxParallelism) => Murmur.HashInt32(javaHash) % maxParallelism;

    /// <summary>The subtask that owns a key group.</summary>
    public static int OwnerOf(int keyGroup, int maxParallelism, int parallelism) => keyGroup * parallelism / maxParallelism;

    /// <summary>The key groups of a subtask.</summary>
    public static KeyGroupRange RangeOf(int subtask, int maxParallelism, int parallelism)
    {
        CheckMaxParallelism(maxParallelism);
        ArgumentOutOfRangeException.ThrowIfLessThan(parallelism, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(parallelism, maxParallelism);
        ArgumentOutOfRangeException.ThrowIfNegative(subtask);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(subtask, parallelism);
        var start = (subtask * maxParallelism + parallelism - 1) / parallelism;
        var end = ((subtask + 1) * maxParallelism - 1) / parallelism;
        return new KeyGroupRange(start, end);
    }

    /// <summary>The max parallelism of an operator for which nobody set one. State that is restored keeps the one it has.</summary>
    public static int DefaultMaxParallelism(int parallelism)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parallelism, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(parallelism, MaxParallelismLimit);
        var roundedUp = (int)BitOperations.RoundUpToPowerOf2((uint)(parallelism + parallelism / 2));
        return Math.Clamp(roundedUp, SmallestDefault, MaxParallelismLimit);
    }

    /// <summary>Bytes that the key group takes in front of a key in canonical and RocksDB state.</summary>
    public static int PrefixBytes(int maxParallelism) => maxParallelism > LargestOneBytePrefix ? 2 : 1;

    private static void CheckMaxParallelism(int maxParallelism)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxParallelism, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxParallelism, MaxParallelismLimit);
    }
}
