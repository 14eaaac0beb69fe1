using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Unicode;
using AirsPolicy.Text.Views;
using static AirsPolicy.Text.Tests.Detectors.DetectorFixture;

namespace AirsPolicy.Text.Tests.Detectors;

public sealed class DetectorScratchTests
{
    private static readonly DetectorSet s_set = DetectorSet.Compile([
        Detector(
                Term("binding"),
                Term("legally binding"),
                Pattern("\\b(?:refund|honou?r)\\w*"),
                Pattern("c\\w\\w\\w"),
                Other("pii.any"),
                Other("x.other"))
            .Except(Term("not binding"), Other("x.other")) with
        {
            Score = ScoreMethod.NoisyOr,
        },
        Detector(Pattern("\\d+")) with
        {
            Name = "x.other",
        },
    ]);

    private static readonly string[] s_texts =
    [
        "Nothing to see here, and nothing to find in this longer line of plain words.",
        "This is legally binding, not binding; we honour refunds on card 4111 1111 1111 1111.",
        "F\u00FCll w\u00EDdth \uFF12\uFF13 \u0456s b\u0456nding \U0001D422",
    ];

    [Fact]
    public void After_a_warm_up_nothing_is_allocated()
    {
        var scratch = new DetectorScratch(s_set);
        var found = 0;
        Assert.Equal(0, Allocated.Least(() =>
        {
            scratch.Clear();
            for (var text = 0; text < s_texts.Length; text++)
            {
                for (var detector = 0; detector < s_set.Count; detector++)
                {
                    var result = scratch.Ask(detector, s_texts[text], text);
                    for (var i = 0; i < result.Count; i++)
                        found += result[i].End;
                    found += scratch.Ask(detector, s_texts[text]).Count;
                }
            }
        }));
        Assert.True(found > 0);
    }

    [Fact]
    public async Task After_a_warm_up_no_thread_allocates_anything()
    {
        var bytes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            var scratch = new DetectorScratch(s_set);
            return Allocated.Least(() =>
            {
                scratch.Clear();
                for (var text = 0; text < s_texts.Length; text++)
                    scratch.Ask(0, s_texts[text], text);
            });
        })));
        Assert.All(bytes, each => Assert.Equal(0, each));
    }

    [Fact]
    public void A_text_is_looked_at_once_in_an_evaluation_and_anew_in_the_next()
    {
        var scratch = new DetectorScratch(s_set);
        Assert.True(scratch.Ask(0, "binding", key: 7).Found);
        Assert.True(scratch.Ask(0, "nothing", key: 7).Found);
        scratch.Clear();
        Assert.False(scratch.Ask(0, "nothing", key: 7).Found);
    }

    [Fact]
    public void Texts_beyond_those_that_are_kept_are_answered_like_the_others()
    {
        var scratch = new DetectorScratch(s_set);
        for (var round = 0; round < 2; round++)
        {
            for (var key = 0; key < DetectorScratch.KeptTexts + 20; key++)
                Assert.Equal(key % 3 == 0 ? 1 : 0, scratch.Ask(0, key % 3 == 0 ? "so binding" : "nothing", key).Count);
        }
    }

    [Fact]
    public void Every_character_of_the_views_without_case_is_its_own_folding()
    {
        // The search for literals of patterns stands on this: what they are in small letters is how they stand there.
        var all = string.Concat(
            Enumerable.Range(0, 0x110000).Where(c => c is < 0xD800 or > 0xDFFF).Select(c => char.ConvertFromUtf32(c) + " "));
        var view = new TextView();
        foreach (var kind in Enum.GetValues<TextViewKind>().Where(kind => kind != TextViewKind.Plain))
        {
            TextViews.Write(kind, all, view);
            foreach (var rune in view.Text.EnumerateRunes())
                Assert.Equal(rune.Value, CharacterTables.FoldCase(rune.Value));
        }
    }
}
