using System.Collections.Immutable;

namespace AirsPolicy.Language.Reasoning.Formulas;

/// <summary>A condition as the decision procedure sees it: atoms and their contraries, joined by <c>and</c> and <c>or</c>.</summary>
internal abstract class Formula
{
    public static readonly Formula True = new TruthFormula(true);

    public static readonly Formula False = new TruthFormula(false);

    public static Formula Of(bool truth) => truth ? True : False;

    /// <summary>All of them; what is known drops out.</summary>
    public static Formula And(params ReadOnlySpan<Formula> parts) => Join(isAnd: true, parts);

    /// <summary>One of them; what is known drops out.</summary>
    public static Formula Or(params ReadOnlySpan<Formula> parts) => Join(isAnd: false, parts);

    /// <summary>The contrary.</summary>
    public abstract Formula Negated();

    private static Formula Join(bool isAnd, ReadOnlySpan<Formula> parts)
    {
        var kept = ImmutableArray.CreateBuilder<Formula>(parts.Length);
        foreach (var part in parts)
        {
            if (part is TruthFormula known)
            {
                if (known.Value != isAnd)
                    return known;
            }
            else if (part is JunctionFormula junction && junction.IsAnd == isAnd)
            {
                kept.AddRange(junction.Parts);
            }
            else
            {
                kept.Add(part);
            }
        }
        return kept.Count switch
        {
            0 => Of(isAnd),
            1 => kept[0],
            _ => new JunctionFormula(isAnd, kept.ToImmutable()),
        };
    }
}

/// <summary>What is known.</summary>
internal sealed class TruthFormula(bool value) : Formula
{
    public bool Value => value;

    public override Formula Negated() => Of(!value);
}

/// <summary>An atom, or its contrary.</summary>
internal sealed class LiteralFormula(Atom atom, bool isPositive) : Formula
{
    public Atom Atom => atom;

    public bool IsPositive => isPositive;

    public override Formula Negated() => new LiteralFormula(atom, !isPositive);
}

/// <summary>All of some formulas, or one of them; at least two, none of them of the same kind.</summary>
internal sealed class JunctionFormula(bool isAnd, ImmutableArray<Formula> parts) : Formula
{
    public bool IsAnd => isAnd;

    public ImmutableArray<Formula> Parts => parts;

    public override Formula Negated() => new JunctionFormula(!isAnd, [.. parts.Select(part => part.Negated())]);
}
