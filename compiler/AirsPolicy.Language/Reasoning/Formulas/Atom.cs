using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Reasoning.Terms;

namespace AirsPolicy.Language.Reasoning.Formulas;

/// <summary>Something that is true or false of a request, and of which nothing smaller is asked.</summary>
/// <param name="index">Its place among the atoms of a <see cref="FormulaBuilder"/>.</param>
internal abstract class Atom(int index)
{
    public int Index => index;
}

/// <summary>What the theory knows nothing of: it is equal to what is written in the same way, and that is all.</summary>
/// <param name="source">Where it comes from.</param>
internal sealed class OpaqueAtom(int index, Expression source) : Atom(index)
{
    public Expression Source => source;
}

/// <summary><c>Left - Right ≤ Bound</c>, or <c>&lt;</c>.</summary>
/// <param name="left">The greater term.</param>
/// <param name="right">What is taken off, or null for nothing.</param>
/// <param name="bound">The bound.</param>
/// <param name="isStrict">The bound itself does not count.</param>
internal sealed class OrderAtom(int index, NumberTerm left, NumberTerm? right, decimal bound, bool isStrict) : Atom(index)
{
    public NumberTerm Left => left;

    public NumberTerm? Right => right;

    public decimal Bound => bound;

    public bool IsStrict => isStrict;
}

/// <summary>What is asked of one text.</summary>
internal sealed class TextAtom(int index, TextTerm term, TextQuestion question) : Atom(index)
{
    public TextTerm Term => term;

    public TextQuestion Question => question;
}
