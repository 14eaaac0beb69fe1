using AirsPolicy.LanguageServer.Features.Colouring;

namespace AirsPolicy.LanguageServer.Tests.Features;

/// <summary>Colours come from what a word is in its place.</summary>
public sealed class ColouringTests
{
    [Theory]
    [InlineData("control c { at input  when session.turns > 3 then block }", "session", "Variable None")]
    [InlineData("control c { at input  when session.turns > 3 then block }", "turns", "Property None")]
    [InlineData("control c { at input  when session.turns > 3 then block }", "input", "Event DefaultLibrary")]
    [InlineData("control c { at input  when session.turns > 3 then block }", "block", "Keyword None")]
    [InlineData("control c { at input  when session.turns > 3 then block }", "c", "Class Declaration")]
    [InlineData("control c { at input  when session.turns > 3 then block }", "3", "Number None")]
    [InlineData("control c { at input  when text matches /a/ then flag \"why\" }", "\"why\"", "String None")]
    [InlineData("control c { at input  when text matches /a/ then flag \"why\" }", "/a/", "Regexp None")]
    [InlineData("control c { at input  when length(text) > 3 then block }", "length", "Function DefaultLibrary")]
    [InlineData("param score: int = 3", "score", "Variable Declaration, Readonly")]
    [InlineData("let score = 3", "score", "Variable Declaration")]
    [InlineData("let twice(from) = from + from", "from", "Parameter Declaration")]
    [InlineData("detector d { match \"x\"  score max }", "score", "Keyword None")]
    public void A_word_is_coloured_for_what_it_is_in_its_place(string text, string word, string colour)
    {
        var marked = Marked.Of("library a\n" + text + "\n▮");
        var token = ColouringFeature.Of(marked.Analysis, marked.Tree).OrderBy(token => token.Span.Start)
            .First(token => marked.Tree.Source.Slice(token.Span).SequenceEqual(word));
        Assert.Equal(colour, $"{token.Type} {token.Modifiers}");
    }

    [Fact]
    public void Tokens_are_written_by_their_distance_and_never_over_a_line()
    {
        var marked = Marked.Of("library a\nlet x = \"\"\"\n  one\n  two\n  \"\"\"\n▮");
        var data = ColouringFeature.Encode(marked.Tree.Source, ColouringFeature.Of(marked.Analysis, marked.Tree)).Data;
        // library, let, x, then the lines of the text.
        Assert.Equal(
            [0, 0, 7, 9, 0, 1, 0, 3, 9, 0, 0, 4, 1, 5, 1, 0, 4, 3, 10, 0, 1, 0, 5, 10, 0, 1, 0, 5, 10, 0, 1, 0, 5, 10, 0],
            data.AsEnumerable());
    }

    [Fact]
    public void The_legend_spells_types_and_modifiers_as_the_protocol_does()
    {
        Assert.Contains("enumMember", ColouringFeature.Legend.TokenTypes);
        Assert.Equal(["declaration", "readonly", "defaultLibrary"], ColouringFeature.Legend.TokenModifiers.AsEnumerable());
    }
}
