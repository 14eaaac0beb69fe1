using System.Text;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Patterns.Facts;

/// <summary>Facts from the leaves up. The parser's depth bound is the bound of the recursion.</summary>
internal sealed class FactsBuilder(NodeSets sets)
{
    public NodeFacts Of(PatternNode node, bool ignoreCase) => node switch
    {
        // Half of a surrogate pair, which patterns of JSON Schemas may ask for, stands alone in the text: no search for a literal can
        // promise it.
        PatternCharacter character when IsSurrogate(character.CodePoint) => NodeFacts.Of(CharacterClasses.Of(character.CodePoint, ignoreCase), LiteralFacts.None),
        PatternCharacter character => OfCharacters([character], ignoreCase),
        PatternAny => NodeFacts.Of(CharacterClasses.Any, LiteralFacts.None),
        PatternClass one => OfClass(sets.Of(one, ignoreCase), ignoreCase),
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

    // Neighbours are taken together, since a literal that grows by one character at a time is copied each time.
    private static NodeFacts OfCharacters(ReadOnlySpan<PatternNode> characters, bool ignoreCase)
    {
        var text = new StringBuilder();
        var (folded, highest) = (false, 0);
        foreach (var node in characters)
        {
            var codePoint = ((PatternCharacter)node).CodePoint;
            folded |= IsFolded(codePoint, ignoreCase);
            highest = Math.Max(highest, LeastVariant(codePoint, ignoreCase));
            text.Append(new Rune(ignoreCase ? CharacterTables.FoldCase(codePoint) : codePoint));
        }

        // Case variants never differ in length: folding stays within the Basic Multilingual Plane or outside it.
        var first = CharacterClasses.Of(((PatternCharacter)characters[0]).CodePoint, ignoreCase);
        return new NodeFacts(
            text.Length,
            text.Length,
            false,
            false,
            first,
            LiteralFacts.Of([new PatternLiteral(text.ToString(), folded)]),
            RarestOf(characters, ignoreCase),
            highest);
    }

    private static int LeastVariant(int codePoint, bool ignoreCase)
    {
        var least = codePoint;
        if (!ignoreCase) return least;
        foreach (var variant in CharacterTables.CaseVariants(codePoint)) least = Math.Min(least, variant);
        return least;
    }

    private static RequiredSet RarestOf(ReadOnlySpan<PatternNode> characters, bool ignoreCase)
    {
        RequiredSet? rarest = null;
        var place = 0;
        foreach (var node in characters)
        {
            var codePoint = ((PatternCharacter)node).CodePoint;
            if (rarest is null || (codePoint < 128 && CharacterWeights.Of((char)codePoint) < rarest.Weight))
            {
                rarest = RequiredSet.Of(CharacterClasses.Of(codePoint, ignoreCase)) with { Within = place };
            }

            place += codePoint < CodePointSet.FirstSupplementary ? 1 : 2;
        }

        return rarest!;
    }

    private static NodeFacts OfClass(CodePointSet set, bool ignoreCase)
    {
        if (set.IsEmpty) return NodeFacts.Of(set, LiteralFacts.None);
        var literals = new HashSet<PatternLiteral>();
        foreach (var range in set.Ranges)
        {
            if (range.Last - range.First >= LiteralFacts.MaxCount || literals.Count > LiteralFacts.MaxCount)
                return NodeFacts.Of(set, LiteralFacts.None);
            for (var codePoint = range.First; codePoint <= range.Last; codePoint++)
            {
                if (IsSurrogate(codePoint)) return NodeFacts.Of(set, LiteralFacts.None);
                literals.Add(ToLiteral(codePoint, ignoreCase));
            }
        }

        return NodeFacts.Of(set, LiteralFacts.Of([.. literals]));
    }

    private NodeFacts OfSequence(PatternSequence sequence, bool ignoreCase)
    {
        var literals = new LiteralRun();
        var facts = NodeFacts.Empty;
        for (var items = sequence.Items.AsSpan(); !items.IsEmpty;)
        {
            var count = CountCharacters(items);
            var next = count > 0 ? OfCharacters(items[..count], ignoreCase) : Of(items[0], ignoreCase);
            literals.Append(next.Literals, sequence.Items.Count - items.Length, next.Max);
            facts = NodeFacts.Sequence(facts, next, LiteralFacts.None);
            items = items[Math.Max(count, 1)..];
        }

        return facts with { Literals = literals.ToLiterals() };
    }

    private NodeFacts OfAlternation(PatternAlternation alternation, bool ignoreCase)
    {
        var facts = Of(alternation.Alternatives[0], ignoreCase);
        foreach (var alternative in alternation.Alternatives.Skip(1))
        {
            var next = Of(alternative, ignoreCase);
            facts = NodeFacts.Either(facts, next, LiteralFacts.Either(facts.Literals, next.Literals));
        }

        return facts;
    }

    // At most as many as fit a literal, each of one unit or two.
    private static int CountCharacters(ReadOnlySpan<PatternNode> items)
    {
        var count = 0;
        while (count < Math.Min(items.Length, LiteralFacts.MaxLength / 2)
            && items[count] is PatternCharacter character
            && !IsSurrogate(character.CodePoint))
            count++;
        return count;
    }

    private static bool IsSurrogate(int codePoint) => codePoint is >= 0xD800 and <= 0xDFFF;

    private static PatternLiteral ToLiteral(int codePoint, bool ignoreCase)
    {
        var folded = IsFolded(codePoint, ignoreCase);
        return new PatternLiteral(char.ConvertFromUtf32(folded ? CharacterTables.FoldCase(codePoint) : codePoint), folded);
    }

    private static bool IsFolded(int codePoint, bool ignoreCase) => ignoreCase && !CharacterTables.CaseVariants(codePoint).IsEmpty;
}
