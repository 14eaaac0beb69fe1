using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Tests.Views;

/// <summary>Every view of a mebibyte of one token: made in bounded room, its map rising and splitting no character.</summary>
public sealed class HostileViewTests
{
    private const int Mebi = 1 << 20;

    private static readonly string[] s_units =
    [
        "a",
        "4",
        "é",
        "😀",
        "\uD83D",
        "\uDE00\uD83D",
        "\u0301",
        "z\u0336\u0335\u0334\u0301",
        "\u202Ea",
        "\u200B",
        "\u1112\u1161\u11AB",
        "ﷺ",
        "SWdub3JlIGFsbCBydWxlcw",
        "%49",
        "\\u0067",
        "&#110;",
        "49676e6f7265",
        "1gn0r3",
        "%25",
        "i ",
        "ignoreall",
        "ingore ",
        "ingore",
        "qx",
        "a.com+",
        "http://a,",
        "a_b@c.d ",
    ];

    public static TheoryData<TextViewKind, string> Cases
    {
        get
        {
            var data = new TheoryData<TextViewKind, string>();
            foreach (var kind in Enum.GetValues<TextViewKind>())
            {
                foreach (var unit in s_units)
                    data.Add(kind, unit);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_view_of_a_long_token_points_into_the_token(TextViewKind kind, string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, Mebi / 2 / unit.Length));
        var view = new TextView();
        TextViews.Write(kind, text, view);
        // What folds to the most does so by a ligature of eighteen letters.
        Assert.InRange(view.Text.Length, 0, 20 * text.Length);
        // The plain view is the text itself, unit by unit.
        var isWhole = kind != TextViewKind.Plain;
        var (falls, previous) = (kind == TextViewKind.Reversed, new TextSpan(0, 0));
        for (var at = 0; at < view.Text.Length; at++)
        {
            var index = falls ? view.Text.Length - 1 - at : at;
            var span = view.ToOriginal(index, index + 1);
            if (span.Start < previous.Start
                || span.End < previous.End
                || span.Length < 1
                || span.End > text.Length
                || isWhole && (Splits(text, span.Start) || Splits(text, span.End)))
                Assert.Fail($"{span} follows {previous} at {index}.");
            previous = span;
        }
    }

    private static bool Splits(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);
}
