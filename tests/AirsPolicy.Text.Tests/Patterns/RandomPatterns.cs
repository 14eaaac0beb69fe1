using AirsPolicy.Text.Patterns;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Text.Tests.Patterns;

/// <summary>Patterns and texts over alphabets small enough for a match to be as likely as none.</summary>
internal static class RandomPatterns
{
    private static readonly string[] s_asciiAtoms =
    [
        "a",
        "b",
        "b",
        "c",
        ".",
        "[ab]",
        "[^a]",
        "\\w",
        "\\W",
        "\\s",
        "\\d",
        "[\\d_a]",
        "-",
        "_",
        "1",
        "\\n",
        "^",
        "$",
        "\\b",
        "\\B",
    ];
    private static readonly string[] s_wideAtoms =
    [
        "é",
        "É",
        "😀",
        "\\u{1F601}",
        "[é-ÿ]",
        "[^😀]",
        "k",
        "\\p{L}",
        "\\P{L}",
        "\\p{Lu}",
        "[^\\p{Lu}b]",
        "\\p{Cs}",
        "[\\W\\d]",
        "ſ",
    ];
    private static readonly string[] s_quantifiers = ["*", "+", "?", "{2}", "{0}", "{1,}", "{2,3}", "{0,2}", "{1,3}"];
    private static readonly string[] s_asciiUnits = ["a", "a", "b", "b", "c", "A", "B", " ", "\n", "1", "_", "-"];
    private static readonly string[] s_wideUnits =
    [
        "a",
        "b",
        "B",
        "k",
        "K",
        "\u212A",
        "é",
        "É",
        "😀",
        "😁",
        "\uD83D",
        "\uDE00",
        "ſ",
        "S",
        " ",
        "1",
    ];

    /// <summary>Sources without empty classes, whose meaning in another dialect is the same.</summary>
    public static Gen<string> AsciiSource { get; } = Source(s_asciiAtoms);

    /// <summary>Sources of which every match is as long as every other.</summary>
    public static Gen<string> FixedSource { get; } = Gen.Sized(size => FixedOf(Math.Min(size, 8)));

    public static Gen<string> Source() => Source([.. s_asciiAtoms, .. s_wideAtoms]);

    public static Gen<PatternOptions> Options { get; } = Gen.Elements(PatternOptions.None, PatternOptions.IgnoreCase);

    public static Gen<string> AsciiText(int length) => Text(s_asciiUnits, length);

    public static Gen<string> WideText(int length) => Text(s_wideUnits, length);

    public static Gen<PatternTree> Tree { get; } =
        from source in Source()
        from options in Options
        select PatternFixture.Parse(source, options);

    private static Gen<string> Text(string[] units, int length) =>
        from count in Gen.Choose(0, length)
        from parts in Gen.ArrayOf(Gen.Elements(units), count)
        select string.Concat(parts);

    private static Gen<string> Source(string[] atoms) => Gen.Sized(size => Source(atoms, Math.Min(size, 12)));

    private static Gen<string> Source(string[] atoms, int size)
    {
        var atom = Gen.Elements(atoms);
        if (size <= 1) return atom;
        var half = Source(atoms, size / 2);
        var body = Source(atoms, size - 1);
        return Gen.Frequency(
            (2, atom),
            (4, from left in half from right in half select Group(left) + Group(right)),
            (2, from left in half from right in half select left + "|" + right),
            (1, half.Select(only => only + "|")),
            (3, from inner in body from quantifier in Gen.Elements(s_quantifiers) select $"(?:{inner}){quantifier}"),
            (1, body.Select(inner => $"(?i:{inner})")));
    }

    private static Gen<string> FixedOf(int size)
    {
        var atom = Gen.Elements(s_asciiAtoms);
        if (size <= 1) return atom;
        var half = FixedOf(size / 2);
        return Gen.Frequency(
            (2, atom),
            (4, from left in half from right in half select left + right),
            (1, from inner in half from times in Gen.Choose(1, 3) select $"(?:{inner}){{{times}}}"),
            (
                1,
                from first in Gen.Elements("a", "b", "\\d", "[ab]")
                from second in Gen.Elements("b", "c", "\\w", " ")
                from rest in half
                select $"(?:{first}|{second}){rest}"));
    }

    private static string Group(string source) => source.Contains('|', StringComparison.Ordinal) ? $"(?:{source})" : source;
}
