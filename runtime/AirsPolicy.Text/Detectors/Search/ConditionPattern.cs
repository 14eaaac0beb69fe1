using System.Buffers;
using System.Text;
using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Detectors.Search;

/// <summary>A pattern that a condition asks of one text: run only where the text has something that each of its matches holds.</summary>
internal sealed class ConditionPattern
{
    private readonly Pattern _pattern;
    private readonly SearchValues<string>? _literals;
    // In texts of ASCII; elsewhere letters have variants beyond it.
    private readonly SearchValues<string>? _literalsInAnyCase;
    private readonly CharacterSearch? _characters;

    public ConditionPattern(Pattern pattern)
    {
        _pattern = pattern;
        var facts = pattern.Facts;
        if (facts.CanBeEmpty) return;
        if (RequiredLiterals.In(TextViewKind.Plain, facts) is { } literals)
        {
            string[] texts = [.. literals.Select(literal => literal.Text)];
            if (literals.All(literal => !literal.IgnoreCase))
                _literals = SearchValues.Create(texts, StringComparison.Ordinal);
            else if (Array.TrueForAll(texts, text => Ascii.IsValid(text)))
                _literalsInAnyCase = SearchValues.Create(texts, StringComparison.OrdinalIgnoreCase);
        }
        else if (facts.RequiredSet is { Weight: <= CharacterWeights.Rare } set)
        {
            _characters = new CharacterSearch(set.Any);
        }
    }

    /// <summary>Whether the text has a match anywhere.</summary>
    public bool IsMatch(ReadOnlySpan<char> text, PatternScratch scratch) => MayMatch(text) && _pattern.IsMatch(text, scratch);

    private bool MayMatch(ReadOnlySpan<char> text)
    {
        if (text.Length < _pattern.Facts.MinLength) return false;
        if (_literals is not null) return text.ContainsAny(_literals);
        if (_literalsInAnyCase is not null) return !Ascii.IsValid(text) || text.ContainsAny(_literalsInAnyCase);
        return _characters is null || _characters.IndexFrom(text, 0) >= 0;
    }
}
