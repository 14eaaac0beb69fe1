using AirsPolicy.Language.Evaluation.Origins;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Origins;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Language.Tests.Evaluation.Origins;

public sealed class OriginLaws
{
    private static readonly StateKey s_session = new StateKeyWriter().Add("s").ToKey();

    private static readonly string[] s_pieces =
    [
        "ab",
        "AB",
        "c",
        "12",
        "345",
        "6",
        "1234",
        "gb33",
        " ",
        " ",
        " ",
        "  ",
        "-",
        "-",
        ".",
        ".",
        ",",
        "'",
        "@",
        "+",
        "/",
        ":",
        "(",
        ")",
        "\"",
        "*",
        "_",
        "é",
        "\u00E9",
        "а",
        "\u200B",
        "\u2019",
        "\n",
        "！",
        "ß",
        "字",
        "\U0001F389",
        "İ",
        "ſ",
        "\u0301",
    ];

    private static readonly Gen<string> s_text = Gen.Choose(0, 24)
        .SelectMany(count => Gen.Elements(s_pieces).ArrayOf(count))
        .Select(string.Concat);

    private static readonly Gen<(string[] Texts, string Value)> s_cases =
        from texts in s_text.ArrayOf(4)
        from made in s_text
        from of in Gen.Choose(0, 5)
        from start in Gen.Choose(0, 60)
        from length in Gen.Choose(0, 24)
        from change in Gen.Choose(0, 3)
        from whole in Gen.Choose(0, 2)
        select (
            texts,
            Changed(
                of >= texts.Length ? made
                    : whole == 0 ? Part(texts[of], start, length)
                    : Words(texts[of], start, length),
                change));

    [Fact]
    public void The_index_finds_a_value_exactly_where_a_search_finds_it()
    {
        var found = 0;
        Prop.ForAll(s_cases.ToArbitrary(), sample =>
        {
            var index = new OriginIndex();
            var expected = 0UL;
            for (var i = 0; i < sample.Texts.Length; i++)
            {
                index.Add(s_session, 1UL << i % 2, sample.Texts[i]);
                if (OriginSearch.IsClear(sample.Value) && OriginSearch.In(sample.Texts[i], sample.Value))
                    expected |= 1UL << i % 2;
            }
            var reading = index.Read(s_session, sample.Value);
            Assert.Equal(OriginSearch.IsClear(sample.Value) ? new OriginReading(expected, false) : OriginReading.Unclear, reading);
            found += reading.Labels == 0 ? 0 : 1;
        }).Check(Laws.Config.WithMaxTest(20_000));
        Assert.InRange(found, 500, 20_000);
    }

    [Fact]
    public void Many_texts_say_what_each_of_them_says()
    {
        var found = 0;
        var words = Gen.Elements(
                "alpha",
                "beta",
                "gamma",
                "12",
                "3456",
                "78-90",
                "x@y.org",
                "o'neil",
                "antidisestablishment-1",
                "antidisestablishment-2")
            .ArrayOf(40)
            .Select(w => string.Join(' ', w));
        Prop.ForAll(
                (
                    from texts in words.ArrayOf(12)
                    from of in Gen.Choose(0, 11)
                    from start in Gen.Choose(0, 39)
                    from length in Gen.Choose(0, 8)
                    select (texts, Words(texts[of], start, length))
                ).ToArbitrary(),
                sample =>
                {
                    var (texts, value) = sample;
                    var index = new OriginIndex();
                    foreach (var text in texts)
                        index.Add(s_session, 1, text);
                    var expected = OriginSearch.IsClear(value) && texts.Any(text => OriginSearch.In(text, value));
                    found += expected ? 1 : 0;
                    Assert.Equal(expected, index.Read(s_session, value).Labels == 1);
                }
            )
            .Check(Laws.Config.WithMaxTest(600));
        Assert.InRange(found, 100, 600);
    }

    private static string Part(string text, int start, int length)
    {
        start = Math.Min(start, text.Length);
        var part = text.Substring(start, Math.Min(length, text.Length - start));
        // Half a pair is no text.
        return new string([.. part.Where(c => !char.IsSurrogate(c))]);
    }

    private static string Words(string text, int start, int length)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "" : string.Join(' ', words.Skip(start % words.Length).Take(1 + length % 3));
    }

    private static string Changed(string value, int change) => change switch
    {
        1 => value.ToUpperInvariant(),
        2 => value.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal),
        _ => value,
    };
}
