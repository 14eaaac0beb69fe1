using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Diagnostics;

/// <summary>4xxx: agents and workflows.</summary>
internal static class AgentDiagnostics
{
    public static readonly DiagnosticDescriptor MoreThanWorkflow = new(
        "AIRS4020", Error, "Agent that holds more than its workflow",
        "'{0}' {1} '{2}', which its workflow '{3}' does not; grant it to the workflow, or take it from the agent.",
        "An agent holds nothing that its workflow does not: what a workflow is approved for bounds all of its agents.");

    public static readonly DiagnosticDescriptor UncoveredGoal = new(
        "AIRS4021", Error, "Goal that nobody covers",
        "No agent of '{0}' covers the goal '{1}'; write 'covers {1}' in the one that is to reach it.",
        "A goal that no agent is to reach is reached by nobody, and nobody would notice.");

    public static readonly DiagnosticDescriptor UnknownGoal = new(
        "AIRS4022", Error, "Unknown goal",
        "There is no goal '{0}' in '{1}'{2}",
        "`covers` names the goals of the agent's workflow.");

    public static readonly DiagnosticDescriptor NotInWorkflow = new(
        "AIRS4023", Error, "Clause of an agent in a workflow",
        "'{0}' is for agents; write it in an agent of '{1}'.",
        "A workflow holds what its agents may hold, and says what they are for. Of which kind an agent is, whom it hands work to and " +
        "what it covers, it says itself."
    );

    public static readonly DiagnosticDescriptor NotInAgent = new(
        "AIRS4024", Error, "Goal of an agent",
        "A goal belongs to a workflow; write it there, and 'covers {0}' in the agent.",
        "An agent covers goals that its workflow sets, so that it does not set its own.");

    public static readonly DiagnosticDescriptor DelegatesToItself = new(
        "AIRS4025", Error, "Agent that delegates to itself",
        "'{0}' delegates to itself, which is always refused; name other agents.",
        "Work never comes back to an agent of the chain: a circle would hand it on for ever.");

    public static readonly DiagnosticDescriptor StepNotHeld = new(
        "AIRS4027", Error, "Step that is never taken",
        "'{0}' is {1}, so this step is never taken; {2}.",
        "An order of an agent is made of tools that it may call, and an order of a workflow of the agents that are in it. A step that " +
        "nobody may take would stop every run there."
    );

    public static readonly DiagnosticDescriptor OrderTooLarge = new(
        "AIRS4028", Error, "Order that cannot be kept",
        "The order of '{0}' {1}.",
        "An order is compiled to an automaton of which a run keeps one number. So an order has at most 128 steps and 1,000 states, and " +
        "each step has to lead on."
    );
}
