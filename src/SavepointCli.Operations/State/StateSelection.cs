namespace SavepointCli.Operations.State;

/// <summary>Which states are wanted, and which were met while looking for them.</summary>
/// <param name="wanted">Name of the only state wanted; null for all.</param>
internal sealed class StateSelection(string? wanted)
{
    private readonly SortedSet<string> _met = new(StringComparer.Ordinal);

    /// <summary>Whether a state is wanted; remembers that there is one of this name.</summary>
    public bool Wants(string state)
    {
        _met.Add(state);
        return wanted is null || wanted == state;
    }

    /// <summary>Ends the search.</summary>
    /// <exception cref="SavepointException">The state that was wanted is nowhere.</exception>
    public void RequireMet()
    {
        if (wanted is not null && !_met.Contains(wanted))
        {
            throw new SavepointException(
                ExitCode.NotFound,
                $"no state '{wanted}' in the snapshot",
                _met.Count > 0 ? $"its states: {string.Join(", ", _met)}" : "it holds no state");
        }
    }
}
