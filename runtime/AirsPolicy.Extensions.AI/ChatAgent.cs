namespace AirsPolicy.Extensions.AI;

/// <summary>The agent that acts, and who it acts for.</summary>
/// <param name="Id"><c>agent.id</c>.</param>
/// <param name="Kind"><c>agent.kind</c>, or null.</param>
public sealed record ChatAgent(string Id, string? Kind = null)
{
    /// <summary>The agents it works for, the first one first: <c>agent.chain</c>. Its length is <c>agent.depth</c>.</summary>
    public IReadOnlyList<string> Chain { get; init; } = [];

    /// <summary>What it was handed: <c>agent.scope</c>.</summary>
    public IReadOnlyList<string> Scope { get; init; } = [];
}
