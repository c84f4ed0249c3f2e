namespace SavepointCli.Format.Serializers.Table;

/// <summary>A row, array or map inside the bytes of a row; offsets stored in it count from its start.</summary>
/// <param name="Start">Position of its first byte.</param>
/// <param name="Length">Number of its bytes.</param>
internal readonly record struct BinaryRegion(int Start, int Length);
