using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.Delegation;

/// <summary>A declared agent, and to whom it may hand on work.</summary>
/// <param name="Agent">The agent's id.</param>
/// <param name="To">The agents that it may hand work to.</param>
/// <param name="Depth">How deep a chain with this agent in it may become: 1 is one delegation from the first agent on.</param>
public sealed record AgentGrant(string Agent, ValueList<string> To, int Depth);
