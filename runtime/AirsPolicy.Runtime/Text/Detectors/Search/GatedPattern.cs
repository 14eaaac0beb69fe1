using System.Buffers;
using AirsPolicy.Runtime.Text.Patterns;
using AirsPolicy.Runtime.Text.Views;

namespace AirsPolicy.Runtime.Text.Detectors.Search;

/// <summary>A pattern with a quick test that tells most texts it cannot match in, and never one it can.</summary>
internal sealed class GatedPattern
{
    private readonly SearchValues<string>? _required;
    private readonly int _minLength;

    private GatedPattern(Pattern pattern, SearchValues<string>? required)
    {
        Pattern = pattern;
        _required = required;
        _minLength = Math.Max(1, pattern.Facts.MinLength);
    }

    public Pattern Pattern { get; }

    /// <summary>A pattern for a view.</summary>
    public static GatedPattern Of(Pattern pattern, TextViewKind view) => new(pattern, RequiredIn(view, pattern.Facts.RequiredLiterals));

    /// <summary>False only where the pattern has no match that is not empty.</summary>
    public bool MayMatch(ReadOnlySpan<char> text) => text.Length >= _minLength && (_required is null || text.ContainsAny(_required));

    // A literal without case variants stands in the text as it is. One that is folded may stand there in any case, which is known of ASCII alone:
    // in the folded view and those made of it as small letters, since no other form of them is left there; in the plain one as small letters and capitals, but for k
    // and s, which the Kelvin sign and the long s are forms of.
    private static SearchValues<string>? RequiredIn(TextViewKind view, PatternList<PatternLiteral> literals)
    {
        if (literals.Count == 0) return null;
        var ignoreCase = false;
        foreach (var literal in literals)
        {
            if (!literal.Folded) continue;
            if (!System.Text.Ascii.IsValid(literal.Text)) return null;
            if (view != TextViewKind.Plain) continue;
            if (literal.Text.AsSpan().ContainsAny("kKsS")) return null;
            ignoreCase = true;
        }
        return SearchValues.Create(
            [.. literals.Select(literal => literal.Text)], ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
    }
}
