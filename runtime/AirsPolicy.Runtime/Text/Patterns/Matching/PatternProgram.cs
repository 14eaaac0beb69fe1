namespace AirsPolicy.Runtime.Text.Patterns.Matching;

/// <summary>A pattern as a nondeterministic automaton over code points. It starts at instruction 0 and ends with the only <see cref="Operation.Accept"/>.</summary>
internal sealed class PatternProgram(Instruction[] code, CodePointSet[] sets, PatternFacts facts)
{
    public ReadOnlySpan<Instruction> Code => code;

    public ReadOnlySpan<CodePointSet> Sets => sets;

    public PatternFacts Facts { get; } = facts;
}
