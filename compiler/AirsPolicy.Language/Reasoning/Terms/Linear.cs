using System.Collections.Immutable;

namespace AirsPolicy.Language.Reasoning.Terms;

/// <summary>A sum of multiples of terms, and a constant.</summary>
/// <param name="Parts">The terms with their factors, by rising index, each once.</param>
/// <param name="Constant">The constant.</param>
internal sealed record Linear(ImmutableArray<LinearPart> Parts, decimal Constant)
{
    public static Linear Of(decimal constant) => new([], constant);

    public static Linear Of(NumberTerm term) => new([new LinearPart(term, 1)], 0);

    public bool IsConstant => Parts.IsEmpty;

    /// <exception cref="OverflowException">A number is beyond what a decimal holds.</exception>
    public Linear Plus(Linear other)
    {
        var parts = ImmutableArray.CreateBuilder<LinearPart>(Parts.Length + other.Parts.Length);
        var (own, added) = (0, 0);
        while (own < Parts.Length || added < other.Parts.Length)
        {
            var order =
                own == Parts.Length ? 1
                : added == other.Parts.Length ? -1
                : Parts[own].Term.Index.CompareTo(other.Parts[added].Term.Index);
            if (order != 0)
            {
                parts.Add(order < 0 ? Parts[own++] : other.Parts[added++]);
                continue;
            }
            var sum = Parts[own].Factor + other.Parts[added++].Factor;
            if (sum != 0)
                parts.Add(Parts[own] with { Factor = sum });
            own++;
        }
        return new Linear(parts.DrainToImmutable(), Constant + other.Constant);
    }

    /// <exception cref="OverflowException">A number is beyond what a decimal holds.</exception>
    public Linear Times(decimal factor) => factor == 0
        ? Of(0)
        : new Linear([.. Parts.Select(part => part with { Factor = part.Factor * factor })], Constant * factor);

    public Linear Minus(Linear other) => Plus(other.Times(-1));
}
