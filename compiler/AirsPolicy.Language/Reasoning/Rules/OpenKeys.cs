using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Reasoning.Terms;

namespace AirsPolicy.Language.Reasoning.Rules;

/// <summary>Numbers for what open conditions speak of and for their parts: many pairs of conditions are held against each other.</summary>
internal sealed class OpenKeys
{
    private readonly TermKeys _keys = new();
    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _parts = new(StringComparer.Ordinal);

    /// <summary>The number of a term.</summary>
    public int Number(string term) => Number(_terms, term);

    /// <summary>The number of a part; the same for all that are written alike.</summary>
    public int Number(Expression part) => Number(_parts, _keys.Of(part));

    private static int Number(Dictionary<string, int> numbers, string key)
    {
        if (!numbers.TryGetValue(key, out var number))
            numbers.Add(key, number = numbers.Count);
        return number;
    }
}
