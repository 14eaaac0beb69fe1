using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Runtime.Tests.Decisions;

public class ContentApplicationTests
{
    private const string Path = "/output/text";

    private readonly RedactionLabels _labels = new("a key of a host"u8);

    private static ContentChange Redactions(params Redaction[] redactions) => ContentChange.None with { Redactions = [.. redactions] };

    private string Apply(ContentChange change, string text) => change.Apply(Path, text, _labels);

    [Fact]
    public void Nothing_changes_nothing() => Assert.Equal("abc", Apply(ContentChange.None, "abc"));

    [Theory]
    [InlineData(RedactionMethod.Label, "Card [card-1]!")]
    [InlineData(RedactionMethod.Mask, "Card ****!")]
    [InlineData(RedactionMethod.Drop, "Card !")]
    public void A_span_is_hidden_by_its_method(RedactionMethod method, string expected) =>
        Assert.Equal(expected, Apply(Redactions(new Redaction(Path, 5, 9, method, "card")), "Card 4111!"));

    [Fact]
    public void A_hash_depends_on_the_key_and_the_value_alone()
    {
        var change = Redactions(new Redaction(Path, 0, 4, RedactionMethod.Hash, "card"));
        var hidden = Apply(change, "4111");
        Assert.Matches(@"^\[card#[0-9a-f]{16}\]$", hidden);
        Assert.Equal(hidden, change.Apply(Path, "4111", new RedactionLabels("a key of a host"u8)));
        Assert.NotEqual(hidden, change.Apply(Path, "4111", new RedactionLabels("another key"u8)));
        Assert.NotEqual(hidden, Apply(change, "4112"));
    }

    [Fact]
    public void A_label_keeps_its_number_for_the_same_value()
    {
        var change = Redactions(
            new Redaction(Path, 0, 1, RedactionMethod.Label, "k"),
            new Redaction(Path, 2, 3, RedactionMethod.Label, "k"),
            new Redaction(Path, 4, 5, RedactionMethod.Label, "k"),
            new Redaction(Path, 6, 7, RedactionMethod.Label, "other"));
        Assert.Equal("[k-1] [k-2] [k-1] [other-1]", Apply(change, "x y x x"));
        Assert.Equal("[k-2] [k-3] [k-1] [other-1]", Apply(change, "y z x x"));
    }

    [Theory]
    [InlineData(1, 2, "a*b")]
    [InlineData(2, 3, "a*b")]
    [InlineData(1, 3, "a*b")]
    [InlineData(0, 2, "**b")]
    [InlineData(3, 99, "a😀*")]
    [InlineData(50, 99, "a😀b")]
    public void Half_of_a_pair_takes_the_whole_character(int start, int end, string expected) =>
        Assert.Equal(expected, Apply(Redactions(new Redaction(Path, start, end, RedactionMethod.Mask, "k")), "a😀b"));

    [Fact]
    public void Nothing_is_named_where_nothing_is_left_to_hide() =>
        Assert.Equal("abc", Apply(Redactions(new Redaction(Path, 50, 99, RedactionMethod.Label, "k")), "abc"));

    [Fact]
    public void Redactions_of_another_text_change_nothing_here() =>
        Assert.Equal("abc", Apply(Redactions(new Redaction("/args/note", 0, 2, RedactionMethod.Drop, "k")), "abc"));

    [Theory]
    [InlineData(2L, null, "a😀")]
    [InlineData(0L, null, "")]
    [InlineData(null, 4L, "a")]
    [InlineData(null, 5L, "a😀")]
    [InlineData(3L, 5L, "a😀")]
    [InlineData(9L, 9L, "a😀b")]
    public void A_cut_leaves_whole_characters(long? characters, long? bytes, string expected) =>
        Assert.Equal(expected, Apply(ContentChange.None with { CutToCharacters = characters, CutToBytes = bytes }, "a😀b"));

    [Fact]
    public void Texts_are_appended_on_lines_of_their_own_behind_what_the_cut_left()
    {
        var change = ContentChange.None with { CutToCharacters = 3, Appended = ["One.", "Two."] };
        Assert.Equal("abc\nOne.\nTwo.", Apply(change, "abcdef"));
        Assert.Equal("ab\nOne.\nTwo.", Apply(change, "ab\n"));
        Assert.Equal("One.\nTwo.", Apply(change, ""));
    }

    [Fact]
    public void A_replacement_is_all_that_is_left() =>
        Assert.Equal("no", Apply(ContentChange.None with { Replacement = "no" }, "abc"));

    [Fact]
    public void What_is_hidden_is_gone_and_all_else_stands()
    {
        Prop.ForAll(
                RandomRules.Rules.ToArbitrary(),
                rules =>
                {
                    // Every character is another one, so that what is left says where it came from.
                    var original = string.Concat(Enumerable.Range(0x4E00, 40).Select(c => (char)c));
                    var redactions = EffectJoin
                        .Decide("output", rules)
                        .Content.Redactions.Select(r => r with { Method = RedactionMethod.Drop })
                        .ToArray();
                    var expected = string.Concat(
                        original.Where((_, at) => !redactions.Any(r => r.Path == Path && r.Start <= at && at < r.End)));
                    return Redactions(redactions).Redact(Path, original, _labels) == expected;
                }
            )
            .Check(Laws.Config);
    }
}
