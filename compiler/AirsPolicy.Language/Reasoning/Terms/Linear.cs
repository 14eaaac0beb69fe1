using System.Collections.Immutable;

namespace AirsPolicy.Language.Reasoning.Terms;

/// <summary>A sum of multiples of terms, and a constant.</summary>
/// <param name="Parts">The terms with their factors, none of them 0, by their index.</param>
/// <param name="Constant">The constant.</param>
internal sealed record Linear(ImmutableSortedDictionary<int, (NumberTerm Term, decimal Factor)> Parts, decimal Constant)
{
    private static readonly ImmutableSortedDictionary<int, (NumberTerm, decimal)> None = ImmutableSortedDictionary<int, (NumberTerm, decimal)>.Empty;

    public static Linear Of(decimal constant) => new(None, constant);

    public static Linear Of(NumberTerm term) => new(None.Add(term.Index, (term, 1)), 0);

    public bool IsConstant => Parts.IsEmpty;

    /// <exception cref="OverflowException">A number is beyond what a decimal holds.</exception>
    public Linear Plus(Linear other)
    {
        var parts = Parts;
        foreach (var (index, (term, factor)) in other.Parts)
        {
            var sum = (parts.TryGetValue(index, out var own) ? own.Factor : 0) + factor;
            parts = sum == 0 ? parts.Remove(index) : parts.SetItem(index, (term, sum));
        }
        return new Linear(parts, Constant + other.Constant);
    }

    /// <exception cref="OverflowException">A number is beyond what a decimal holds.</exception>
    public Linear Times(decimal factor) => factor == 0
        ? Of(0)
        : new Linear(Parts.ToImmutableSortedDictionary(part => part.Key, part => (part.Value.Term, part.Value.Factor * factor)), Constant * factor);

    public Linear Minus(Linear other) => Plus(other.Times(-1));
}
