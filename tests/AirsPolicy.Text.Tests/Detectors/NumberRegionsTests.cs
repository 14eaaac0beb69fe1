using AirsPolicy.Text.Detectors.Builtin;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Text.Tests.Detectors;

/// <summary>The places that are looked at once for all detectors of numbers.</summary>
public sealed class NumberRegionsTests
{
    [Fact]
    public void Places_where_identifiers_can_begin_rise_and_stand_close_to_a_region()
    {
        var texts =
            from parts in Gen.Elements(
                    "1",
                    "22",
                    "3456",
                    "123456789",
                    "a",
                    "de",
                    " ",
                    "-",
                    ".",
                    "/",
                    "+",
                    "@",
                    "é",
                    "中",
                    "word ",
                    "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww ")
                .ListOf()
                .Resize(20)
            select string.Concat(parts);
        Prop.ForAll(
                texts.ToArbitrary(),
                text =>
                {
                    var regions = new NumberRegions();
                    regions.Fill(text);
                    var last = -1;
                    foreach (var start in regions.StartsIn(text))
                    {
                        Assert.InRange(start.At, last + 1, text.Length - 1);
                        Assert.Equal(Leading(text, start.At), start.Leading);
                        Assert.Equal(start.IsGlued, start.At > 0 && char.IsAsciiLetter(text[start.At - 1]));
                        Assert.True(start.IsGlued || Boundaries.BeginsAt(text, start.At));
                        Assert.True(
                            IsMixed(text, start.At)
                                || regions.All.ToArray().Any(region => start.At < region.End && start.At + start.Ahead >= region.Start));
                        last = start.At;
                    }
                }
            )
            .Check(Laws.Config.WithMaxTest(2000));
    }

    /// <summary>Each place is looked at by its shape once, so that what all detectors read is bounded by the places.</summary>
    [Theory]
    [InlineData("4", 1)]
    [InlineData("aB3xQ9", 2)]
    [InlineData("1 2 3 ", 3)]
    [InlineData("12-34.", 1)]
    [InlineData("1.2.3.4.", 1)]
    [InlineData("0123456789abcdef", 1)]
    public void A_text_has_no_more_places_than_its_tokens(string unit, int most)
    {
        var text = string.Concat(Enumerable.Repeat(unit.ToLowerInvariant(), 2_000));
        var regions = new NumberRegions();
        regions.Fill(text);
        Assert.InRange(regions.StartsIn(text).Length, 1, (most * 2_000) + 1);
    }

    [Fact]
    public void No_identifier_begins_further_before_its_number_than_is_looked_for() =>
        Assert.All(
            BuiltinDetectors.Names.Select(BuiltinDetectors.Find).OfType<IdentifierDetector>(),
            detector => Assert.InRange(detector.Ahead, 0, IdentifierStart.MostAhead));

    /// <summary>Numbers of documents have few digits among their letters.</summary>
    [Theory]
    [InlineData("a see cvwtg3x and 12345", "cvwtg3x")]
    [InlineData("9wx7-kwh6-ww5", "9wx7")]
    [InlineData("2024 and then gt7wwwwwwww", "gt7wwwwwwww")]
    public void A_word_of_letters_with_few_digits_is_a_place(string text, string word)
    {
        var regions = new NumberRegions();
        regions.Fill(text);
        Assert.Contains(regions.StartsIn(text).ToArray(), start => start.At == text.IndexOf(word, StringComparison.Ordinal));
    }

    private static bool IsMixed(string text, int at)
    {
        var word = text[at..].TakeWhile(char.IsAsciiLetterOrDigit).ToArray();
        return word.Any(char.IsAsciiDigit) && word.Any(char.IsAsciiLetter);
    }

    private static int Leading(string text, int at) =>
        Math.Min(IdentifierStart.MostLeading, text[at..].TakeWhile(char.IsAsciiDigit).Count());
}
