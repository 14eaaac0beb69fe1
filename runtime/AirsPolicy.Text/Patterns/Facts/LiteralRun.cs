using System.Text;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Patterns.Facts;

/// <summary>
/// The literals of items one after the other: neighbouring exact texts are joined, and the join that is rarest in ordinary text is
/// required.
/// </summary>
internal sealed class LiteralRun
{
    private PatternList<PatternLiteral> _current = LiteralFacts.Empty.Exact!;
    private RequiredTexts? _best;
    private long _bestCost;
    // The item that the texts being joined begin with.
    private int _first;
    // The most units that stand before the texts being joined; null where there is no bound.
    private int? _before = 0;

    /// <summary>Whether every item so far was exact and few enough, so that one more can still make the texts longer.</summary>
    public bool Grows { get; private set; } = true;

    /// <param name="item">The next item.</param>
    /// <param name="index">Which item of its sequence it is.</param>
    /// <param name="longest">The most UTF-16 units that the item takes, or null.</param>
    public void Append(LiteralFacts item, int index, int? longest)
    {
        if (_current.Count == 1 && _current[0].Text.Length == 0) _first = index;
        if (item.Exact is { } exact && TryCross(_current, exact) is { } crossed)
        {
            _current = crossed;
            return;
        }

        Grows = false;
        Offer(new LiteralFacts(_current, null).ToRequired(), _before, _first);
        _before += _current.Max(literal => literal.Text.Length);
        Offer(item.Required, _before, item.Required is { Within: 0 } ? index : null);
        if (item.Exact is null) _before += longest;
        _current = item.Exact ?? LiteralFacts.Empty.Exact!;
        _first = index;
    }

    public LiteralFacts ToLiterals()
    {
        if (Grows) return LiteralFacts.Of(_current);
        Offer(new LiteralFacts(_current, null).ToRequired(), _before, _first);
        return new LiteralFacts(null, _best);
    }

    // What stands in the fewest places of an ordinary text filters best.
    private void Offer(RequiredTexts? candidate, int? distance, int? item)
    {
        if (candidate is null) return;
        var cost = CostOf(candidate.Any);
        if (_best is not null && cost >= _bestCost) return;
        _best = candidate with { Within = distance + candidate.Within, Item = item };
        _bestCost = cost;
    }

    // What is too short cannot be looked for.
    private static long CostOf(PatternList<PatternLiteral> literals)
    {
        if (literals.Any(literal => literal.Text.Length < PatternFacts.ShortestLiteral)) return long.MaxValue;
        long cost = 0;
        foreach (var (text, _) in literals) cost += CommonWords.PlacesOf(text) + CostOfLooking(text.Length);
        return cost;
    }

    // Measured in places at which a pattern is followed in vain. What is short is looked for at more places.
    private static long CostOfLooking(int length) => length switch
    {
        < 4 => 150,
        < 7 => 3,
        _ => 1,
    };

    private static PatternList<PatternLiteral>? TryCross(PatternList<PatternLiteral> left, PatternList<PatternLiteral> right)
    {
        if (left.Count * right.Count > LiteralFacts.MaxCount) return null;
        if (left.Count == 1 && right.Count == 1)
        {
            var only = Join(left[0], right[0]);
            return only.Text.Length > LiteralFacts.MaxLength ? null : [only];
        }

        var crossed = new HashSet<PatternLiteral>();
        foreach (var head in left)
        {
            foreach (var tail in right)
            {
                var joined = Join(head, tail);
                if (joined.Text.Length > LiteralFacts.MaxLength) return null;
                crossed.Add(joined);
            }
        }

        return [.. crossed];
    }

    private static PatternLiteral Join(PatternLiteral head, PatternLiteral tail)
    {
        if (head.Text.Length == 0) return tail;
        if (tail.Text.Length == 0) return head;
        return head.Folded == tail.Folded
            ? head with { Text = head.Text + tail.Text }
            : new PatternLiteral(Fold(head) + Fold(tail), true);
    }

    private static string Fold(PatternLiteral literal)
    {
        if (literal.Folded) return literal.Text;
        var folded = new StringBuilder();
        foreach (var rune in literal.Text.EnumerateRunes()) folded.Append(new Rune(CharacterTables.FoldCase(rune.Value)));
        return folded.ToString();
    }
}
