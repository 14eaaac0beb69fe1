using AirsPolicy.Language.Reasoning.Formulas;
using AirsPolicy.Language.Reasoning.Terms;

namespace AirsPolicy.Language.Reasoning.Solving;

/// <summary>
/// Looks whether formulas can all be true: takes what has to be taken, and where there is a choice one way after the other. Bounded by the
/// number of choices, and the same every time. That they cannot is certain; that they can holds as far as the theory knows.
/// </summary>
internal sealed class Solver(FormulaBuilder builder, int maxChoices)
{
    private readonly TextTheory _texts = new();
    private int _choices;
    private bool _isCut;

    /// <summary>A bound has cut something short of what was asked so far: more could be told without it.</summary>
    public bool IsCut => _isCut || builder.IsCut || _texts.IsCut;

    /// <summary>The atoms that formulas are made of.</summary>
    public IReadOnlyList<Atom> Atoms => builder.Atoms.All;

    /// <summary>The numbers that they speak of.</summary>
    public IReadOnlyList<NumberTerm> Numbers => builder.Numbers.All;

    /// <summary>Whether all of some formulas can be true of one request.</summary>
    public Answer Ask(params IEnumerable<Formula> formulas)
    {
        _choices = 0;
        var start = new Assignment(builder.Atoms.All.Count, builder.Numbers.All);
        try
        {
            return Search(start, [.. formulas, .. builder.Lemmas]);
        }
        catch (OverflowException)
        {
            // A bound lies beyond what a decimal holds.
            _isCut = true;
            return Answer.Undecided;
        }
    }

    /// <summary>A text that answers what was taken of it, or null where none was found.</summary>
    public string? TextOf(Assignment model, TextTerm term) => Find(model, term).Text;

    private Answer Search(Assignment taken, List<Formula> open)
    {
        if (!Settle(taken, ref open) || !DifferenceGraph.IsPossible(taken) || !TextsArePossible(taken))
            return Answer.Impossible;
        if (open.Count == 0)
            return new Answer(AnswerKind.Possible, taken);
        var choice = (JunctionFormula)open.MinBy(formula => ((JunctionFormula)formula).Parts.Length)!;
        var rest = open.Where(formula => formula != choice).ToList();
        var isUndecided = false;
        foreach (var part in choice.Parts)
        {
            if (++_choices > maxChoices)
            {
                _isCut = true;
                return Answer.Undecided;
            }
            var answer = Search(taken.Copy(), [.. rest, part]);
            if (answer.Kind == AnswerKind.Possible)
                return answer;
            isUndecided |= answer.Kind == AnswerKind.Undecided;
            if (isUndecided)
                break;
            // What follows may take it that this way is closed.
            if (part is LiteralFormula literal)
                rest.Add(literal.Negated());
        }
        return isUndecided ? Answer.Undecided : Answer.Impossible;
    }

    // Takes what there is no choice about, until nothing more follows; what is left are choices. False where something contradicts.
    private static bool Settle(Assignment taken, ref List<Formula> open)
    {
        while (true)
        {
            var left = new List<Formula>();
            var changed = false;
            foreach (var formula in open)
            {
                switch (Simplify(taken, formula))
                {
                    case TruthFormula { Value: false }:
                        return false;
                    case TruthFormula:
                        changed = true;
                        break;
                    case LiteralFormula literal:
                        if (!taken.Take(literal.Atom, literal.IsPositive))
                            return false;
                        changed = true;
                        break;
                    case JunctionFormula { IsAnd: true } all:
                        left.AddRange(all.Parts);
                        changed = true;
                        break;
                    case var choice:
                        changed |= choice != formula;
                        left.Add(choice);
                        break;
                }
            }
            open = left;
            if (!changed)
                return true;
        }
    }

    private static Formula Simplify(Assignment taken, Formula formula)
    {
        switch (formula)
        {
            case LiteralFormula literal:
                return taken.Known(literal.Atom) is { } truth ? Formula.Of(truth == literal.IsPositive) : literal;
            case JunctionFormula { IsAnd: false } choice:
                return Simplify(taken, choice);
            case JunctionFormula all:
                foreach (var part in all.Parts)
                {
                    if (part is LiteralFormula literal && taken.Known(literal.Atom) is { } known && known != literal.IsPositive)
                        return Formula.False;
                }
                return all;
            default:
                return formula;
        }
    }

    private static Formula Simplify(Assignment taken, JunctionFormula choice)
    {
        var changed = false;
        var parts = new List<Formula>(choice.Parts.Length);
        foreach (var part in choice.Parts)
        {
            var simpler = Simplify(taken, part);
            if (simpler is TruthFormula { Value: true })
                return Formula.True;
            if (simpler is TruthFormula)
                changed = true;
            else
                parts.Add(part);
        }
        return changed ? Formula.Or([.. parts]) : choice;
    }

    private bool TextsArePossible(Assignment taken)
    {
        foreach (
            var term in builder
                .Atoms.All.OfType<TextAtom>()
                .Where(atom => taken.Taken(atom) is not null)
                .Select(atom => atom.Term)
                .Distinct())
        {
            if (!Find(taken, term).IsPossible)
                return false;
        }
        return true;
    }

    private TextFinding Find(Assignment taken, TextTerm term) =>
        _texts.Find(
            [
                .. builder
                    .Atoms.All.OfType<TextAtom>()
                    .Where(atom => atom.Term == term && taken.Taken(atom) is not null)
                    .Select(atom => (atom.Question, taken.Taken(atom)!.Value)),
            ],
            taken.Of(term.Length));
}
