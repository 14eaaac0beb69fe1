using AirsPolicy.Text.Unicode;
using AirsPolicy.Text.Views;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Text.Tests.Views;

public class FoldingLawTests
{
    // Pieces that meet each other badly: marks, removed characters, spaces, halves of pairs, Hangul, whole planes at random.
    private static readonly Gen<string> s_pieces = Gen.Frequency(
        (4, Gen.Choose(0, 0x7F).Select(code => ((char)code).ToString())),
        (
            4,
            Gen.Elements(
                "a",
                "E",
                " ",
                "  ",
                "\0",
                "\n",
                "=",
                "<",
                "\u0301",
                "\u0323",
                "\u0338",
                "\u0334",
                "\u0345",
                "\u0344",
                "\u20DD",
                "\u200D",
                "\u0438",
                "\u0306",
                "\u0435",
                "\u03B1",
                "\u1FB3",
                "\uD83D",
                "\uDE00",
                "\U000E0061",
                "\u1100",
                "\u1161",
                "\u11A8",
                "\uAC00",
                "\u3131",
                "\u0CC6",
                "\u0CC2",
                "\u0CD5",
                "\u09C7",
                "\u09BE",
                "\u0DD9",
                "\u0DCF",
                "\u0DCA",
                "\U0001D15E",
                "\u00B4",
                "\uFDFB",
                "\u2F868")),
        (3, Gen.Choose(0x80, 0x2FFF).Select(code => ((char)code).ToString())),
        (1, Gen.Choose(0xA000, 0xFFFF).Select(code => ((char)code).ToString())),
        (1, Gen.Choose(0x10000, 0x10FFFF).Select(char.ConvertFromUtf32)));

    private static readonly Arbitrary<string> s_texts = s_pieces.ListOf().Select(string.Concat).ToArbitrary();

    // Text of ASCII is folded many units at a time, up to where something else stands.
    private static readonly Gen<string> s_longPieces = Gen.Frequency(
        (3, s_pieces),
        (
            4,
            Gen.Elements(
                "The Quick brown FOX jumps over",
                " the lazy dog.\r\n",
                "\tand\tagain ",
                "0123456789 @[`{~\u007F",
                "no   more",
                "x",
                " ",
                "\n")));

    private static readonly Arbitrary<(string Text, int[] Cuts)> s_cutTexts =
        (from pieces in s_longPieces.ListOf()
         from cuts in Gen.Choose(0, 40).ListOf()
         select (string.Concat(pieces), cuts.ToArray())).ToArbitrary();

    private static readonly bool[] s_unassigned = UnassignedCodePoints();

    private static readonly Config s_config = Laws.Config.WithMaxTest(5000);

    [Fact]
    public void Folding_twice_is_folding_once() =>
        Check.One(s_config, Prop.ForAll(s_texts, text => Folding.Fold(Folding.Fold(text)) == Folding.Fold(text)));

    [Fact]
    public void Folding_every_character_twice_is_folding_it_once()
    {
        // A line end on each side, so that no character meets another.
        var all = string.Join(
            '\n',
            Enumerable.Range(0, 0x110000).Where(codePoint => codePoint is < 0xD800 or > 0xDFFF).Select(char.ConvertFromUtf32));
        var once = Folding.Fold(all);
        Assert.Equal(once, Folding.Fold(once));
    }

    [PlatformNormalizationFact]
    public void Folding_is_the_slow_composition_of_its_steps() =>
        Check.One(s_config, Prop.ForAll(s_texts, text => !IsAssigned(text) || FoldingModel.Fold(text) == Folding.Fold(text)));

    [PlatformNormalizationFact]
    public void Folding_long_stretches_of_ascii_is_the_slow_composition_of_its_steps() =>
        Check.One(
            s_config,
            Prop.ForAll(s_cutTexts, sample => !IsAssigned(sample.Text) || FoldingModel.Fold(sample.Text) == Folding.Fold(sample.Text)));

    [Fact]
    public void However_a_text_is_cut_its_parts_are_folded_as_the_whole() => Check.One(s_config, Prop.ForAll(s_cutTexts, sample =>
    {
        var (whole, cut, held) = (new TextView(), new TextView(), new HeldCluster());
        Folding.Fold(sample.Text, whole);
        cut.Clear(sample.Text.Length);
        var from = 0;
        foreach (var length in sample.Cuts)
        {
            var end = Math.Min(sample.Text.Length, from + length);
            if (end > from && char.IsHighSurrogate(sample.Text[end - 1])) end--;
            Folding.FoldOn(sample.Text.AsSpan(0, end), from, last: false, cut, held);
            from = end;
        }
        Folding.FoldOn(sample.Text, from, last: true, cut, held);
        return cut.Text.SequenceEqual(whole.Text)
            && Enumerable.Range(0, whole.Text.Length).All(index => cut.ToOriginal(index, index + 1) == whole.ToOriginal(index, index + 1));
    }));

    [PlatformNormalizationFact]
    public void Folding_every_character_is_the_slow_composition_of_its_steps()
    {
        // 64 at a time: a letter before each, and after it two marks, out of canonical order, or a letter.
        foreach (var some in Enumerable.Range(0, 0x32400).Concat(Enumerable.Range(0xE0000, 0x200))
            .Where(codePoint => codePoint is < 0xD800 or > 0xDFFF).Where(codePoint => !s_unassigned[codePoint]).Chunk(64))
        {
            var text = string.Concat(some.Select(codePoint => "\u0436" + char.ConvertFromUtf32(codePoint) + "\u0301\u0323x"));
            Assert.Equal(FoldingModel.Fold(text), Folding.Fold(text));
            var apart = string.Concat(some.Select(codePoint => "\u0436" + char.ConvertFromUtf32(codePoint) + "\u0436"));
            Assert.Equal(FoldingModel.Fold(apart), Folding.Fold(apart));
        }
    }

    [Fact]
    public void Spans_of_the_original_rise_and_never_split_a_pair() => Check.One(s_config, Prop.ForAll(s_texts, text =>
    {
        var view = new TextView();
        Folding.Fold(text, view);
        var previous = new TextSpan(0, 0);
        for (var index = 0; index < view.Text.Length; index++)
        {
            var span = view.ToOriginal(index, index + 1);
            if (span.Start < previous.Start || span.End < previous.End || span.Length < 1 || span.End > text.Length) return false;
            if (Splits(text, span.Start) || Splits(text, span.End)) return false;
            previous = span;
        }
        return true;
    }));

    // What a stream relies on: what is before a span makes nothing of the match, and what is after it changes nothing in the match.
    [Fact]
    public void The_view_up_to_a_match_depends_on_the_original_up_to_its_span_alone() => Check.One(s_config, Prop.ForAll(s_texts, text =>
    {
        var view = new TextView();
        Folding.Fold(text, view);
        for (var index = 0; index < view.Text.Length; index++)
        {
            var span = view.ToOriginal(index, index + 1);
            if (!Folding.Fold(text[..span.End]).StartsWith(view.Text[..(index + 1)].ToString(), StringComparison.Ordinal)) return false;
            if (!view.Text[..index].StartsWith(Folding.Fold(text[..span.Start]), StringComparison.Ordinal)) return false;
        }
        return true;
    }));

    [NormalizationTestFact]
    public void All_columns_of_the_normalization_test_fold_alike()
    {
        var rows = 0;
        foreach (var row in NormalizationTestFile.Rows())
        {
            // The five columns are compatibility equivalent. The two phrases that are not decomposed and the lunate sigmas are left out.
            if (row[0] is "\uFDFA" or "\uFDFB" or "\u03F2" or "\u03F9") continue;
            foreach (var column in row) Assert.Equal(Folding.Fold(row[0]), Folding.Fold(column));
            rows++;
        }
        Assert.True(rows > 18_000, $"{rows} rows");
    }

    // The platform may know a later version.
    private static bool IsAssigned(string text) => !text.EnumerateRunes().Any(rune => s_unassigned[rune.Value]);

    private static bool[] UnassignedCodePoints()
    {
        Assert.True(CharacterTables.TryGetCategoryRanges("Cn", out var ranges));
        var set = new bool[0x110000];
        foreach (var range in ranges) set.AsSpan(range.First, range.Last - range.First + 1).Fill(true);
        return set;
    }

    private static bool Splits(string text, int index) =>
        index > 0 && index < text.Length && char.IsHighSurrogate(text[index - 1]) && char.IsLowSurrogate(text[index]);
}
