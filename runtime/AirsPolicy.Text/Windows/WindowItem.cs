namespace AirsPolicy.Text.Windows;

/// <summary>One thing that is looked for in one view of a text that still arrives, as part of a <see cref="WindowProgram"/>.</summary>
/// <param name="Source">The number under which its matches are told.</param>
/// <param name="Start">The instruction with which it begins.</param>
/// <param name="TermLength">How many units the term takes that it is; 0 for a pattern.</param>
/// <param name="AnchoredStart">It matches at the start of the text only.</param>
/// <param name="Holds">Text is kept back for it. False for what only takes matches of others back.</param>
/// <param name="Begins">What a match can begin with; null for anything, where it may match nothing.</param>
internal sealed record WindowItem(int Source, int Start, int TermLength, bool AnchoredStart, bool Holds, Patterns.CodePointSet? Begins)
{
    /// <summary>Whether it is a term, which counts as whole words only.</summary>
    public bool IsTerm => TermLength > 0;
}
