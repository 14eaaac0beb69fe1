using AirsPolicy.Text.Patterns.Matching;

namespace AirsPolicy.Text.Patterns;

/// <summary>A compiled pattern: unchanging, and shared by any number of threads, each with its own <see cref="PatternScratch"/>.</summary>
/// <remarks>
/// <para><b>What is a match.</b> Matches are leftmost-longest, non-overlapping, from left to right, and never empty: the first begins at
/// the leftmost place where the pattern takes at least one character, and is the longest from there; the next is looked for from its end,
/// with what stands before still seen by <c>^</c> and <c>\b</c>. The order of alternatives has no meaning. Only <see cref="IsMatch"/>
/// counts empty matches.</para>
/// <para>A character is a code point; a surrogate without its other half is a character of its own. Positions and lengths are UTF-16 units.
/// <c>^</c> and <c>$</c> are the start and the end of the whole text; there are no lines. <c>.</c> is anything but the line feed.</para>
/// <para><b>Cost.</b> Every operation takes at most (units of text + 1) × (<see cref="StepsPerCharacter"/> + 1) steps, whatever the pattern
/// and the text,
/// finding all matches included. Memory is that of the scratch, with 8 bytes for each match that waits for an earlier one to be decided
/// (as for <c>a*b|a</c>, which knows of <c>aaaa</c> only at its end that it is no start of <c>a*b</c>).</para>
/// </remarks>
public sealed class Pattern
{
    private readonly PatternProgram _program;
    private PatternProgram? _lead;
    private volatile bool _hasNoLead;

    private Pattern(PatternTree tree, PatternProgram program)
    {
        Tree = tree;
        this._program = program;
    }

    public PatternTree Tree { get; }

    public PatternFacts Facts => _program.Facts;

    /// <summary>At most <see cref="PatternLimits.MaxInstructions"/>.</summary>
    public int InstructionCount => _program.Code.Length;

    /// <summary>
    /// How many steps one character of text takes at most, whatever the text; at most <see cref="PatternLimits.MaxStepsPerCharacter"/>.
    /// </summary>
    public int StepsPerCharacter => PatternWork.Of(_program);

    internal PatternProgram Program => _program;

    /// <summary>
    /// What every match begins with, up to a required literal of it; null where nothing is known to stand before one. Made when it is first
    /// asked for.
    /// </summary>
    internal PatternProgram? Lead
    {
        get
        {
            if (_lead is not null || _hasNoLead) return _lead;
            _hasNoLead = Facts.LiteralItem is not > 0 || Tree.Root is not PatternSequence;
            if (_hasNoLead || Tree.Root is not PatternSequence sequence)
                return null;
            var made = ProgramBuilder.Build(
                new PatternTree(
                    Tree.Source,
                    Tree.Options,
                    new PatternSequence(sequence.Span, [.. sequence.Items.Take(Facts.LiteralItem ?? 0)])));
            _hasNoLead = made.Facts.CanBeEmpty;
            return _hasNoLead ? null : Interlocked.CompareExchange(ref _lead, made, null) ?? made;
        }
    }

    public static Pattern Compile(PatternTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return new Pattern(tree, ProgramBuilder.Build(tree));
    }

    /// <summary>Whether the text has a match anywhere, the empty one included; <c>^…$</c> asks it of the whole text.</summary>
    public bool IsMatch(ReadOnlySpan<char> text, PatternScratch scratch)
    {
        ArgumentNullException.ThrowIfNull(scratch);
        var search = scratch.Search;
        search.Start(_program, 0, -1);
        var index = 0;
        while (index < text.Length && !search.HasMatched) index = search.Read(text, index, text.Length, last: true);
        if (!search.HasMatched) search.End();
        return search.HasMatched;
    }

    /// <summary>
    /// The first match that begins at <paramref name="from"/> or later. To find all, <see cref="Matches"/> is linear where calling this
    /// again and again is not.
    /// </summary>
    /// <param name="from">0 to the length of the text, not inside a surrogate pair.</param>
    public bool TryFind(ReadOnlySpan<char> text, int from, PatternScratch scratch, out TextSpan match)
    {
        var matches = new PatternMatches(this, text, from, scratch);
        var found = matches.MoveNext();
        match = found ? matches.Current : default;
        return found;
    }

    /// <summary>All matches, for <c>foreach</c>. The scratch belongs to the loop until it ends.</summary>
    public PatternMatches Matches(ReadOnlySpan<char> text, PatternScratch scratch) => new(this, text, 0, scratch);
}
