using System.Buffers;

namespace AirsPolicy.Text.Literals;

/// <summary>A pass for a few short literals, of which the framework's own search looks for all at once and as fast as for one.</summary>
internal sealed class ShortPass(SoughtLiteral[] literals) : ILiteralPass
{
    /// <summary>With more of them that search is slower than a <see cref="GramPass"/>.</summary>
    public const int MostLiterals = 8;

    private readonly SearchValues<string> _any = SearchValues.Create(
        [.. literals.Select(literal => literal.Text)],
        literals.Any(literal => literal.IgnoreCase) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    public void Scan(ReadOnlySpan<char> text, LiteralHits hits)
    {
        for (var from = 0; text[from..].IndexOfAny(_any) is var index and >= 0; from++)
        {
            from += index;
            foreach (ref readonly var literal in literals.AsSpan())
            {
                if (literal.StandsAt(text, from)) hits.Add(literal.Owner, from);
            }
        }
    }
}
