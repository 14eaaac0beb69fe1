using AirsPolicy.Collections;
using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Tests.Patterns;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Text.Tests.Detectors;

/// <summary>Detectors and texts over few words and characters, so that items match, overlap and are taken back often.</summary>
internal static class RandomDetectors
{
    private static readonly string[] s_terms =
    [
        "a",
        "b",
        "ask",
        "a b",
        "Ask K",
        "no a",
        "é",
        "ask no ask",
        "asknoask",
        "kk aa ss bb",
        "\u0456",
        "1 1",
        "-",
        "",
        "a's",
    ];

    private static readonly string[] s_pieces =
    [
        "a",
        "b",
        "k",
        "K",
        "s",
        "ask",
        "ASK",
        "no ",
        " ",
        " ",
        "\n",
        "\u200B",
        "\u00AD",
        "\u212A",
        "\u017F",
        "\u0430",
        "\uFF41",
        "e\u0301",
        "é",
        "1",
        "\u0661",
        "-",
        "'",
        "\U0001D41A",
        "\uD835",
        "\uDC1A",
        "\u0301",
        "4111 1111 1111 1111",
        "123-45-6789",
        "AB 12 34 56 C",
        "😀",
        "ß",
        "ﬁ",
        "4sk",
        "a.s.k",
        "n0",
        "ask no ask",
        "ksa",
        "%61",
        "&#97;",
        "\\u0061",
        "YXNrIG5vIGFzayBubyBhc2s=",
        "61736b206e6f2061736b",
    ];

    private static readonly string[] s_patterns =
    [
        "a",
        "ask|no",
        "[ak]s",
        "a\\s+b?",
        "\\bk",
        "k\\w*",
        "(?i:a)sk",
        "no\\s(?:a|ask)",
        "[^a]b",
        "\u00E9",
        "s+",
        "\\d[ -]?\\d",
        ".a",
        "fi|ss",
    ];

    public static Gen<string> Text { get; } =
        from count in Gen.Choose(0, 14)
        from pieces in Gen.ArrayOf(Gen.Elements(s_pieces), count)
        select string.Concat(pieces);

    /// <summary>One to four detectors, x.d0 and on; each refers to later and built-in ones only.</summary>
    public static Gen<DetectorDefinition[]> Sets { get; } =
        from count in Gen.Choose(1, 4)
        from detectors in Gen.CollectToSequence(Enumerable.Range(0, count).Select(number => Detector(number, count)))
        select detectors.ToArray();

    private static Gen<int> Weight { get; } = Gen.OneOf(Gen.Choose(0, DetectorFixture.Whole), Gen.Elements(DetectorFixture.Whole, 500_000));

    private static Gen<DetectorDefinition> Detector(int number, int count) =>
        from views in Gen.Elements<string[]>(
            ["plain"],
            ["folded"],
            ["plain", "folded"],
            ["folded", "plain"],
            ["spaced"],
            ["decoded", "plain"],
            ["leet"],
            ["reversed", "folded"],
            ["spaced", "decoded", "leet", "reversed"])
        from items in Gen.NonEmptyListOf(Item(number, count))
        from exceptions in Item(number, count).ListOf().Resize(2)
        from score in Gen.Elements(ScoreMethod.Max, ScoreMethod.Sum, ScoreMethod.NoisyOr)
        from foundAt in Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(0, DetectorFixture.Whole).Select(share => (int?)share))
        select new DetectorDefinition(
            Name(number),
            views.ToValueList(),
            items.Take(12).ToValueList(),
            exceptions.ToValueList(),
            score,
            foundAt);

    private static Gen<DetectorItem> Item(int number, int count) =>
        from weight in Weight
        from ignoreCase in Gen.Elements(true, false)
        from item in Gen.Frequency(
            (4, Gen.Elements(s_terms).Select(term => DetectorFixture.Term(term, weight))),
            (
                4,
                Gen.OneOf(Gen.Elements(s_patterns), RandomPatterns.Source())
                    .Select(source => DetectorFixture.Pattern(source, weight, ignoreCase))),
            (1, Gen.Elements(Others(number, count)).Select(name => DetectorFixture.Other(name, weight))))
        select item;

    private static string[] Others(int number, int count) =>
        [.. Enumerable.Range(number + 1, count - number - 1).Select(Name), "pii.card", "pii.us_ssn", "pii.any"];

    private static string Name(int number) => $"x.d{(char)('0' + number)}";
}
