using AirsPolicy.Runtime.Text.Unicode;

namespace AirsPolicy.Runtime.Text.Patterns.Facts;

/// <summary>Facts from the leaves up. The parser's depth bound is the bound of the recursion.</summary>
internal static class FactsBuilder
{
    public static NodeFacts Of(PatternNode node, bool ignoreCase) => node switch
    {
        PatternCharacter character => OfCharacter(character.CodePoint, ignoreCase),
        PatternAny => NodeFacts.Of(CharacterClasses.Any, LiteralFacts.None),
        PatternClass one => OfClass(CharacterClasses.Of(one, ignoreCase), ignoreCase),
        PatternAnchor anchor => NodeFacts.Empty with
        {
            AnchoredStart = anchor.Kind == PatternAnchorKind.TextStart,
            AnchoredEnd = anchor.Kind == PatternAnchorKind.TextEnd,
        },
        PatternSequence sequence => OfSequence(sequence, ignoreCase),
        PatternAlternation alternation => OfAlternation(alternation, ignoreCase),
        PatternRepeat repeat => Of(repeat.Body, ignoreCase).Repeat(repeat.Min, repeat.Max),
        PatternCaseless caseless => Of(caseless.Body, ignoreCase: true),
        _ => NodeFacts.Empty,
    };

    private static NodeFacts OfCharacter(int codePoint, bool ignoreCase) =>
        NodeFacts.Of(CharacterClasses.Of(codePoint, ignoreCase), LiteralFacts.Of([ToLiteral(codePoint, ignoreCase)]));

    private static NodeFacts OfClass(CodePointSet set, bool ignoreCase)
    {
        if (set.IsEmpty) return NodeFacts.Of(set, LiteralFacts.None);
        var literals = new HashSet<PatternLiteral>();
        foreach (var range in set.Ranges)
        {
            if (range.Last - range.First >= LiteralFacts.MaxCount || literals.Count > LiteralFacts.MaxCount) return NodeFacts.Of(set, LiteralFacts.None);
            for (var codePoint = range.First; codePoint <= range.Last; codePoint++)
            {
                // A surrogate of the class stands alone in the text, which no search for a literal can promise.
                if (codePoint is >= 0xD800 and <= 0xDFFF) return NodeFacts.Of(set, LiteralFacts.None);
                literals.Add(ToLiteral(codePoint, ignoreCase));
            }
        }

        return NodeFacts.Of(set, LiteralFacts.Of([.. literals]));
    }

    private static NodeFacts OfSequence(PatternSequence sequence, bool ignoreCase)
    {
        var literals = new LiteralRun();
        var facts = NodeFacts.Empty;
        foreach (var item in sequence.Items)
        {
            var next = Of(item, ignoreCase);
            literals.Append(next.Literals);
            facts = NodeFacts.Sequence(facts, next, LiteralFacts.None);
        }

        return facts with { Literals = literals.ToLiterals() };
    }

    private static NodeFacts OfAlternation(PatternAlternation alternation, bool ignoreCase)
    {
        var facts = Of(alternation.Alternatives[0], ignoreCase);
        foreach (var alternative in alternation.Alternatives.Skip(1))
        {
            var next = Of(alternative, ignoreCase);
            facts = NodeFacts.Either(facts, next, LiteralFacts.Either(facts.Literals, next.Literals));
        }

        return facts;
    }

    private static PatternLiteral ToLiteral(int codePoint, bool ignoreCase)
    {
        var folded = ignoreCase && !CharacterTables.CaseVariants(codePoint).IsEmpty;
        return new PatternLiteral(char.ConvertFromUtf32(folded ? CharacterTables.FoldCase(codePoint) : codePoint), folded);
    }
}
