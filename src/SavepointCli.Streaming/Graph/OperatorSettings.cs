namespace SavepointCli.Streaming.Graph;

/// <summary>What a program may set on an operator, checked as it is set.</summary>
internal sealed class OperatorSettings(Transformation transformation)
{
    private const int UidHashLength = 32;

    public void SetUid(string uid)
    {
        ArgumentNullException.ThrowIfNull(uid);
        transformation.Uid = uid;
    }

    public void SetUidHash(string uidHash)
    {
        ArgumentNullException.ThrowIfNull(uidHash);
        if (uidHash.Length != UidHashLength || !uidHash.All(char.IsAsciiHexDigit))
            throw new JobGraphException(
                $"The uid hash '{uidHash}' of '{transformation.Name}' is no operator id.", "An operator id has 32 hexadecimal digits.");
        transformation.UidHash = uidHash;
    }

    public void SetName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        transformation.Name = name;
    }

    public void SetParallelism(int parallelism)
    {
        if (transformation.IsNonParallel && parallelism != 1)
            throw new JobGraphException($"'{transformation.Name}' cannot have parallelism {parallelism}: it has one subtask.");
        transformation.Parallelism = StreamExecutionEnvironment.CheckParallelism(parallelism);
    }

    public void SetMaxParallelism(int maxParallelism) =>
        transformation.MaxParallelism = StreamExecutionEnvironment.CheckParallelism(maxParallelism);

    public void SetChaining(ChainingStrategy chaining) => transformation.Chaining = chaining;
}
