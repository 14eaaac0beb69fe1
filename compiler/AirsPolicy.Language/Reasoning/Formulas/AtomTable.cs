using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Reasoning.Terms;

namespace AirsPolicy.Language.Reasoning.Formulas;

/// <summary>The atoms of some formulas, each once.</summary>
internal sealed class AtomTable
{
    private readonly Dictionary<string, OpaqueAtom> _opaque = new(StringComparer.Ordinal);
    private readonly Dictionary<OrderKey, OrderAtom> _orders = [];
    private readonly Dictionary<TextKey, TextAtom> _texts = [];
    private readonly List<Atom> _all = [];

    /// <summary>All atoms, by their index.</summary>
    public IReadOnlyList<Atom> All => _all;

    /// <summary>What is only known by how it is written.</summary>
    public Formula Opaque(string key, Expression source, out bool isNew)
    {
        isNew = !_opaque.TryGetValue(key, out var atom);
        if (isNew)
            _opaque.Add(key, atom = Add(new OpaqueAtom(_all.Count, source)));
        return new LiteralFormula(atom!, isPositive: true);
    }

    public Formula Text(TextTerm term, TextQuestion question)
    {
        var key = new TextKey(term.Index, question);
        if (!_texts.TryGetValue(key, out var atom))
            _texts.Add(key, atom = Add(new TextAtom(_all.Count, term, question)));
        return new LiteralFormula(atom, isPositive: true);
    }

    /// <summary><c>sum ≤ 0</c>, or <c>&lt;</c>.</summary>
    /// <param name="sum">The sum.</param>
    /// <param name="isStrict">Whether 0 itself does not count.</param>
    /// <param name="whole">The number that a sum of more than a difference is taken for.</param>
    /// <exception cref="OverflowException">A number is beyond what a decimal holds.</exception>
    public Formula NotAbove(Linear sum, bool isStrict, Func<Linear, NumberTerm> whole)
    {
        if (sum.IsConstant)
            return Formula.Of(isStrict ? sum.Constant < 0 : sum.Constant <= 0);
        var parts = sum.Parts;
        var factor = Math.Abs(parts[0].Factor);
        // What would not come out even is taken as a number of its own.
        if (parts.Length > 2
            || parts.Any(part => Math.Abs(part.Factor) != factor)
            || parts is [var one, var two] && one.Factor == two.Factor)
        {
            var parted = sum with { Constant = 0 };
            var sign = Math.Sign(parts[0].Factor);
            var term = whole(sign < 0 ? parted.Times(-1) : parted);
            return Bound(term, null, sign, -sum.Constant, isStrict);
        }
        var bound = -sum.Constant / factor;
        return parts is [var left, var right]
            ? left.Factor > 0 ? Bound(left.Term, right.Term, 1, bound, isStrict) : Bound(left.Term, right.Term, -1, bound, isStrict)
            : Bound(parts[0].Term, null, Math.Sign(parts[0].Factor), bound, isStrict);
    }

    // 'x ≥ c' is the contrary of 'x < c', so that both are one atom.
    private LiteralFormula Bound(NumberTerm left, NumberTerm? right, int sign, decimal bound, bool isStrict)
    {
        var isPositive = sign > 0;
        if (!isPositive)
            (bound, isStrict) = (-bound, !isStrict);
        if (left.IsWhole && right is null or { IsWhole: true })
            (bound, isStrict) = (isStrict ? decimal.Ceiling(bound) - 1 : decimal.Floor(bound), false);
        var key = new OrderKey(left.Index, right?.Index ?? -1, bound, isStrict);
        if (!_orders.TryGetValue(key, out var atom))
            _orders.Add(key, atom = Add(new OrderAtom(_all.Count, left, right, bound, isStrict)));
        return new LiteralFormula(atom, isPositive);
    }

    private T Add<T>(T atom)
        where T : Atom
    {
        _all.Add(atom);
        return atom;
    }

    private sealed record OrderKey(int Left, int Right, decimal Bound, bool IsStrict);

    private sealed record TextKey(int Term, TextQuestion Question);
}
