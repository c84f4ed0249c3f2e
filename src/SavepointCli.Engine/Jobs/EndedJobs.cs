using System.Collections.Concurrent;
using SavepointCli.Engine.Configuration;
using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Jobs;

/// <summary>
/// Jobs that have ended, as data: the graph of a job holds on to the types of its program. Only the latest stay, for a while. Safe to use
/// from several threads. Mirrors <c>MemoryExecutionGraphInfoStore</c>.
/// </summary>
internal sealed class EndedJobs(EngineConfiguration configuration, TimeProvider time)
{
    private readonly ConcurrentDictionary<JobId, JobDetails> _jobs = new();
    private readonly int _capacity = Math.Max(configuration.Get(EngineOptions.EndedJobs), 0);
    private readonly TimeSpan _expiration = configuration.Get(EngineOptions.EndedJobsExpiration);

    /// <summary>All that are still known, in no order.</summary>
    public IReadOnlyCollection<JobDetails> All
    {
        get
        {
            Evict();
            return [.. _jobs.Values];
        }
    }

    /// <summary>The job of that id, or null.</summary>
    public JobDetails? Find(JobId job)
    {
        Evict();
        return _jobs.GetValueOrDefault(job);
    }

    /// <summary>Takes a job in.</summary>
    public void Add(JobDetails job)
    {
        _jobs[job.Overview.Id] = job;
        Evict();
    }

    private void Evict()
    {
        var oldest = time.GetUtcNow() - _expiration;
        var surplus = _jobs.Values.OrderByDescending(job => job.Overview.EndTime).Skip(_capacity)
            .Concat(_jobs.Values.Where(job => job.Overview.EndTime <= oldest));
        foreach (var job in surplus.ToArray())
        {
            _jobs.TryRemove(job.Overview.Id, out _);
        }
    }
}
