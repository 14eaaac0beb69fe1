using AirsPolicy.Text.Patterns.Parsing;

namespace AirsPolicy.Text.Patterns;

/// <summary>
/// Reads the pattern language: the common core of ECMAScript and PCRE as far as it can be matched in linear time.
/// </summary>
/// <remarks>
/// Literals; <c>\t \n \r \f \v \xHH \uHHHH \u{H…}</c> and escaped punctuation; <c>.</c> (all but the line feed);
/// classes with ranges, <c>^</c>, <c>\d \D \w \W \s \S \p{Lu} \P{Lu}</c>; <c>(…) (?:…) (?i:…) (?&lt;name&gt;…)</c>, none of which captures;
/// <c>|</c>; <c>* + ? {n} {n,} {n,m}</c>; <c>^ $ \b \B</c>. A character is a code point: a surrogate pair is one.
/// Brackets and braces are always escaped as literals, so that a mistake in one is never taken for text.
/// </remarks>
public static class PatternParser
{
    /// <summary>Reads a pattern, without slashes and flags. No source makes it throw; each mistake is one error.</summary>
    public static PatternParse Parse(string source, PatternOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        var cursor = new Cursor(source, (options & PatternOptions.EcmaScript) != 0);
        if (source.Length > PatternLimits.MaxLength)
        {
            cursor.Report(PatternErrorKind.TooLong, PatternLimits.MaxLength, source.Length,
                $"A pattern may be {PatternLimits.MaxLength} UTF-16 units long and this one has {source.Length}; split it into several.");
            return new PatternParse(null, cursor.Errors());
        }

        var root = new TreeParser(cursor).ParsePattern();
        if (!cursor.HasErrors) ProgramSize.Check(root, cursor);
        var tree = new PatternTree(source, options, root);
        PatternCost.Check(tree, cursor);
        return cursor.HasErrors ? new PatternParse(null, cursor.Errors()) : new PatternParse(tree, []);
    }
}
