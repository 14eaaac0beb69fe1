using AirsPolicy.Language.Model.Agents;

namespace AirsPolicy.Language.Semantics.Agents;

/// <summary>Why agents are refused, in words for reviewers.</summary>
internal static class AgentReasons
{
    public const string UndeclaredAgent = "The agent that acts is not declared.";
    public const string UndeclaredInChain = "An agent in 'agent.chain' is not declared.";
    public const string UndeclaredTaker = "The agent that is to take the work is not declared.";
    public const string Cycle = "The agent that is to take the work is one that the work comes from.";
    public const string WiderScope = "The scope that is handed on has a part that the agent's own 'agent.scope' lacks.";
    public const string OutsideScope = "The agent works for another, and its 'agent.scope' does not name this tool.";

    public static string Tools(AgentModel agent, IEnumerable<string> allowed) =>
        $"The agent '{agent.Name}' may call {Listed(allowed, "no tool")}, and not this one.";

    public static string Takers(AgentModel agent) => $"The agent '{agent.Name}' may hand work to {Listed(agent.DelegatesTo, "nobody")}.";

    public static string Depth(AgentModel agent) =>
        $"Work in which the agent '{agent.Name}' has a part is handed on at most {(agent.Depth == 1 ? "once" : $"{agent.Depth} times")}.";

    public static string Kind(AgentModel agent) =>
        $"The agent '{agent.Name}' is of the kind '{agent.Kind}', and 'agent.kind' says something else.";

    public static string OrderOfTools(AgentModel agent, string order) =>
        $"This call is not the next step of the agent '{agent.Name}' in this run, which {order}.";

    public static string OrderOfAgents(string workflow, string order) =>
        $"This is not the next step of the workflow '{workflow}' in this run, which {order}.";

    private static string Listed(IEnumerable<string> names, string none) =>
        names.Any() ? string.Join(", ", names.Select(name => $"'{name}'")) : none;
}
