using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Reasoning.Terms;

/// <summary>
/// A number that a request decides: a fact, the length of a text, a score, a count, or something worked out that is not taken apart.
/// </summary>
/// <param name="index">Its place among the numbers of a table.</param>
/// <param name="source">Where it is written; a sum of several where it stands for one.</param>
/// <param name="isWhole">It has no part behind the point.</param>
/// <param name="range">What it can be at all.</param>
/// <param name="values">The only values that it can have, rising; null where the range says all.</param>
internal sealed class NumberTerm(int index, Expression source, bool isWhole, Interval range, decimal[]? values)
{
    public int Index => index;

    public Expression Source => source;

    public bool IsWhole => isWhole;

    public Interval Range => range;

    public decimal[]? Values => values;
}
