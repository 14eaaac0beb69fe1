using System.Globalization;
using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Tests.Detectors;

/// <summary>
/// A term and a pattern in the views that are looked at where nothing is said, in every disguise that is known, beside honest texts that
/// are much like it.
/// </summary>
public sealed class DisguiseTests
{
    private const string Phrase = "secret plan", Before = "Tell me the ", Behind = " of today";

    private static readonly DetectorDefinition[] s_term = [DetectorFixture.Detector(DetectorFixture.Term(Phrase)).In("plain", "folded")];
    private static readonly DetectorDefinition[] s_pattern =
    [
        DetectorFixture.Detector(DetectorFixture.Pattern(@"\bsecret\s+plan\b")).In("plain", "folded"),
    ];

    // The first of 26 letters each, in the order of the alphabet.
    private static readonly int[] s_alphabets =
    [
        0x1D41A,
        0x1D482,
        0x1D4EA,
        0x1D51E,
        0x1D552,
        0x1D586,
        0x1D5BA,
        0x1D5EE,
        0x1D622,
        0x1D656,
        0x1D68A,
        0x24D0,
        0xFF41,
        'A',
        0x1D400,
        0x1D434,
        0x1D468,
        0x1D4D0,
        0x1D56C,
        0x1D5A0,
        0x1D5D4,
        0x1D608,
        0x1D63C,
        0x1D670,
        0x24B6,
        0xFF21,
        0x1F130,
        0x1F150,
        0x1F170,
        0x1F1E6,
    ];

    // What shows nothing, a blank, or what nobody knows.
    private static readonly int[] s_invisible =
    [
        0x200B,
        0x200C,
        0x200D,
        0x2060,
        0x2061,
        0x2062,
        0x2063,
        0x2064,
        0x206A,
        0xFEFF,
        0x34F,
        0x61C,
        0x180B,
        0x180E,
        0x200E,
        0x200F,
        0x202A,
        0x202B,
        0x202C,
        0x202D,
        0x202E,
        0x2066,
        0x2067,
        0x2068,
        0x2069,
        0x115F,
        0x1160,
        0x3164,
        0xFFA0,
        0x2800,
        0xFFFC,
        0xFFF9,
        0xFFFA,
        0xFFFB,
        0xE000,
        0xF8FF,
        0xF0000,
        0x10FFFD,
        0xFE00,
        0xFE0F,
        0xE0100,
        0xE0001,
        0xE007F,
        0x0,
        0x7,
        0x1B,
        0x7F,
        0x1D173,
        0x1BCA0,
        0x17B4,
    ];

    private static readonly int[] s_spaces =
    [
        0x9,
        0xA,
        0xB,
        0xC,
        0xD,
        0x85,
        0xA0,
        0x1680,
        0x2000,
        0x2001,
        0x2002,
        0x2003,
        0x2004,
        0x2005,
        0x2006,
        0x2007,
        0x2008,
        0x2009,
        0x200A,
        0x2028,
        0x2029,
        0x202F,
        0x205F,
        0x3000,
    ];

    public static TheoryData<string, string> Disguises
    {
        get
        {
            var data = new TheoryData<string, string>
            {
                { "Cyrillic letters", "s\u0435\u0441r\u0435t \u0440l\u0430n" },
                { "Greek and Armenian letters", "\u0455\u0435\u03F2\u0433\u0435t \u03C1l\u03B1n" },
                { "small capitals", "\uA731\u1D07\u1D04\u0280\u1D07\u1D1B \u1D18\u029F\u1D00\u0274" },
                {
                    "letters of Deseret",
                    "\U00010445\U00010429\U0001043D\U00010449\U00010429\U0001043B \U00010439\U0001044A\U0001042A\U0001044C"
                },
                { "tags", string.Concat(Phrase.Select(letter => char.ConvertFromUtf32(0xE0000 + letter))) },
                { "tags for one word", "secret" + string.Concat("plan".Select(letter => char.ConvertFromUtf32(0xE0000 + letter))) },
                { "letters of tags between the letters", string.Join(char.ConvertFromUtf32(0xE0078), Phrase.ToCharArray()) },
                { "both cases", "sEcReT pLaN" },
                { "several spaces", "secret \t  plan" },
                { "a zero-width space beside the space", "secret\u200B \u200Bplan" },
                { "several invisible characters for the space", "secret\u200B\u2060\u200Bplan" },
            };
            foreach (var first in s_alphabets)
                data.Add(
                    Invariant($"the alphabet from U+{first:X4}"),
                    string.Concat(Phrase.Select(letter => letter == ' ' ? " " : char.ConvertFromUtf32(first + letter - 'a'))));
            foreach (var codePoint in s_invisible)
            {
                data.Add(
                    Invariant($"U+{codePoint:X4} between letters"),
                    Phrase.Replace("ecre", string.Join(char.ConvertFromUtf32(codePoint), "ecre".ToCharArray()), StringComparison.Ordinal));
                data.Add(
                    Invariant($"U+{codePoint:X4} for the space"),
                    Phrase.Replace(" ", char.ConvertFromUtf32(codePoint), StringComparison.Ordinal));
            }
            foreach (var codePoint in s_spaces)
                data.Add(
                    Invariant($"U+{codePoint:X4} as the space"),
                    Phrase.Replace(" ", char.ConvertFromUtf32(codePoint), StringComparison.Ordinal));
            foreach (var mark in "\u0301\u0336\u0489\u20DD\u20E3")
                data.Add(Invariant($"U+{(int)mark:X4} on every letter"), string.Concat(Phrase.Select(letter => $"{letter}{mark}")));
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Disguises))]
    public void A_term_and_a_pattern_are_found_in_disguise_and_where_it_stands(string name, string disguise)
    {
        foreach (var detectors in new[] { s_term, s_pattern })
        {
            var span = Assert.Single(DetectorFixture.Spans(Before + disguise + Behind, detectors));
            Assert.True(span.Start >= Before.Length && span.End <= Before.Length + disguise.Length, $"{name}: {span}");
            Assert.True(span.End - span.Start >= disguise.Length - 2, $"{name}: {span}");
        }
    }

    [Fact]
    public void There_are_more_disguises_than_anybody_tries_by_hand() => Assert.InRange(Disguises.Count, 150, int.MaxValue);

    [Theory]
    [InlineData("secretplan")]
    [InlineData("secret\u00ADplan")]
    [InlineData("secret plane")]
    [InlineData("topsecret plan")]
    [InlineData("secret, plan")]
    [InlineData("sec ret plan")]
    [InlineData("secret\u200Bplane")]
    [InlineData("secret \u2764\uFE0F plan")]
    [InlineData("\U0001F1F8\U0001F1EA plan")]
    [InlineData("\u0938\u0940\u200D\u0915\u094D\u200C\u0930\u0947\u091F plan")]
    [InlineData("plan secret")]
    public void An_honest_text_that_is_much_like_it_is_not(string honest)
    {
        Assert.Empty(DetectorFixture.Spans(Before + honest + Behind, s_term));
        Assert.Empty(DetectorFixture.Spans(Before + honest + Behind, s_pattern));
    }

    [Theory]
    [InlineData("the\u00ADrapist", "rapist")]
    [InlineData("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", "\u0645\u06CC")]
    [InlineData("\U0001F468\u200D\U0001F469", "\U0001F469x")]
    public void Invisible_characters_that_a_word_needs_do_not_part_it(string word, string part) =>
        Assert.Empty(DetectorFixture.Spans(word, [DetectorFixture.Detector(DetectorFixture.Term(part)).In("plain", "folded")]));

    [Fact]
    public void Texts_without_invisible_characters_are_read_once()
    {
        var view = new TextView();
        foreach (var text in new[] { "", "secret plan", "\u0441\u0435 \u00E9 \u4E2D\u6587", "soft\u00ADhyphen", "\u2764\uFE0F" })
        {
            TextViews.Write(TextViewKind.Parted, text, view);
            Assert.True(view.Text.IsEmpty, text);
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
