using AirsPolicy.Text;
using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Runtime.Schemas.Patterns;

/// <summary>The character classes of ECMAScript (ECMA-262 section 22.2.2.9).</summary>
internal static class EcmaScriptSets
{
    /// <summary><c>.</c></summary>
    public static CodePointRange[] NotLineTerminators { get; } = Not([new('\n', '\n'), new('\r', '\r'), new(0x2028, 0x2029)]);

    public static CodePointRange[] All { get; } = [new(0, CodePointSet.LastCodePoint)];

    public static CodePointRange[] Not(ReadOnlySpan<CodePointRange> ranges) => [.. CodePointSet.Of(ranges).Complement().Ranges];

    /// <summary>The class of <c>\d \D \w \W \s \S</c>, or null.</summary>
    public static CodePointRange[]? OfLetter(char letter) => letter switch
    {
        'd' or 'D' => Of(PatternClassKind.AsciiDigit, letter == 'D'),
        'w' or 'W' => Of(PatternClassKind.AsciiWord, letter == 'W'),
        's' or 'S' => Of(PatternClassKind.EcmaScriptSpace, letter == 'S'),
        _ => null,
    };

    /// <summary>
    /// The class of <c>\p{…}</c>: a general category or script of Unicode, <c>Any</c> or <c>ASCII</c>; null where it is another property.
    /// </summary>
    public static CodePointRange[]? OfProperty(string name)
    {
        if (name is "Any")
            return All;
        if (name is "ASCII")
            return [new(0, 0x7F)];
        var equals = name.IndexOf('=', StringComparison.Ordinal);
        if (equals >= 0 && name[..equals] is not ("General_Category" or "gc" or "Script" or "sc"))
            return null;
        return CharacterTables.TryGetCategoryRanges(name[(equals + 1)..], out var ranges) ? [.. ranges] : null;
    }

    private static CodePointRange[] Of(PatternClassKind kind, bool negated)
    {
        var nowhere = default(TextSpan);
        return
        [
            .. CharacterClasses
                .Of(new PatternClass(nowhere, false, [new PatternClassEscape(nowhere, kind, negated)]), ignoreCase: false)
                .Ranges,
        ];
    }
}
