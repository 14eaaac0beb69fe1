using AirsPolicy.Text.Patterns.Matching.Automata;

namespace AirsPolicy.Text.Patterns.Matching;

/// <summary>
/// A pattern as a nondeterministic automaton over code points. It starts at instruction 0 and ends with the only
/// <see cref="Operation.Accept"/>.
/// </summary>
internal sealed class PatternProgram(Instruction[] code, CodePointSet[] sets, PatternFacts facts)
{
    private AutomatonDefinition? _automaton;

    public ReadOnlySpan<Instruction> Code => code;

    public ReadOnlySpan<CodePointSet> Sets => sets;

    public PatternFacts Facts { get; } = facts;

    /// <summary>
    /// What its deterministic automaton is built from. Made by the first search, since most patterns of a policy never meet a text that
    /// they have to be run on; two threads that make it at once make the same.
    /// </summary>
    public AutomatonDefinition Automaton =>
        _automaton ?? Interlocked.CompareExchange(ref _automaton, new AutomatonDefinition(this), null) ?? _automaton;
}
