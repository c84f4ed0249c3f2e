namespace SavepointCli.Format.Coordinators;

/// <summary>A partition that the enumerator of a <c>KafkaSource</c> knows.</summary>
/// <param name="Topic">Name of the topic.</param>
/// <param name="Partition">Number of the partition.</param>
/// <param name="Status">0 assigned to a reader, 1 found at the start and not assigned yet.</param>
public sealed record KafkaPartition(string Topic, int Partition, int Status)
{
    /// <summary>The status of a partition that a reader has.</summary>
    public const int Assigned = 0;
}
