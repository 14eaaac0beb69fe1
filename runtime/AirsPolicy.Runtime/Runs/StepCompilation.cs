namespace AirsPolicy.Runtime.Runs;

/// <summary>What compiling an order of steps gave: an automaton, or why there is none.</summary>
/// <param name="Automaton">Null where there is a problem.</param>
/// <param name="Problem">Null where there is an automaton.</param>
public sealed record StepCompilation(StepAutomaton? Automaton, StepProblem? Problem);
