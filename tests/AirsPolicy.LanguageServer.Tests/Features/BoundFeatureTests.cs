using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.LanguageServer.Features;
using AirsPolicy.Text;

namespace AirsPolicy.LanguageServer.Tests.Features;

/// <summary>The features over what the binder knows.</summary>
public sealed class BoundFeatureTests
{
    [Theory]
    [InlineData("control c { at input  when sess▮ion.turns > 3 then block }", "fact session", "The conversation so far.")]
    [InlineData("control c { at input  when length(te▮xt) > 3 then block }", "text: text", "")]
    [InlineData(
        "/// How long a question may be.\nparam most: int = 3\ncontrol c { at input  when length(text) > mo▮st then block }",
        "param a.most: int",
        "How long a question may be."
    )]
    [InlineData(
        "detector rude \"Rude words\" { match \"damn\" }\ncontrol c { at input  when ru▮de.found(text) then block }",
        "detector",
        "Rude words"
    )]
    [InlineData(
        "judge second \"Second opinion\" { model \"m\"  at output  returns { fair: bool } }\ncontrol c { at output  always ask sec▮ond }",
        "judge a.second",
        "Second opinion"
    )]
    [InlineData(
        "tool pay { class irreversible }\ntool mail { class reversible }\ngroup risky \"What moves money\" { tools pay, mail }\n"
            + "control c { at tool_call  when tool in ris▮ky then block }",
        "group a.risky",
        "What moves money\n\nStands for pay, mail."
    )]
    [InlineData(
        "judge second { model \"m\"  at output  timing inline  returns { fair: bool } }\n"
            + "control c { at output  when has second and second.fa▮ir then block }",
        "second.fair: bool",
        ""
    )]
    public void Hover_says_what_a_name_stands_for(string text, string name, string documentation)
    {
        var marked = Marked.Of("library a\n" + text);
        var hover = HoverFeature.At(marked.Analysis, marked.Tree, marked.Position);
        Assert.NotNull(hover);
        Assert.Contains(name, hover.Markdown, StringComparison.Ordinal);
        Assert.Contains(documentation, hover.Markdown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("control c { at input  when length(text) > 3▮0 then block }")]
    [InlineData("control c { at input  when true then block \"te▮xt\" }")]
    [InlineData("control c { at input  when unk▮nown then block }")]
    [InlineData("// se▮ssion")]
    public void Hover_says_nothing_of_literals_comments_and_unknown_names(string text)
    {
        var marked = Marked.Of("library a\n" + text);
        Assert.Null(HoverFeature.At(marked.Analysis, marked.Tree, marked.Position));
    }

    [Theory]
    [InlineData("control c {\n  at output\n  when output.▮\n}", "text modality tokens")]
    [InlineData("control c {\n  at output\n  when ▮\n}", "output input sources session length pii.card")]
    [InlineData("control c {\n  at output\n  when output.modality == ▮\n}", "prose code")]
    [InlineData("control c {\n  at input\n  when input.source ▮\n}", "then and")]
    [InlineData(
        "fact customer: { segment: one of [retail, private] }\ncontrol c {\n  at input\n  when customer.segment != ▮\n}",
        "retail private"
    )]
    [InlineData("queue people { sla 4h }\ncontrol c {\n  at input\n  always hold for ▮\n}", "people")]
    [InlineData("control c {\n  at input\n  when pii.card.▮\n}", "found score")]
    [InlineData(
        "judge second { model \"m\"  at output  timing inline  returns { fair: bool } }\ncontrol c {\n  at output\n  when has second and second.▮\n}",
        "fair"
    )]
    [InlineData(
        "judge second { model \"m\"  at output  timing inline  returns { fair: bool } }\ncontrol c {\n  at output\n  when has ▮\n}",
        "second"
    )]
    [InlineData("test \"x\" {\n  given input \"a\"\n  expect ▮\n}", "allow block outcome fired held text")]
    [InlineData("test \"x\" {\n  given input \"a\"\n  expect block, ▮\n}", "allow outcome")]
    [InlineData("test \"x\" {\n  given input \"a\"\n  expect outcome >= ▮\n}", "hold block")]
    [InlineData("queue people {}\ntest \"x\" {\n  given input \"a\"\n  expect held contains ▮\n}", "people")]
    [InlineData("use catalogue \"airs_sdk\"\ncontrol c {\n  at input\n  satisfies ▮\n}", "GR-IN-01")]
    [InlineData("control c {\n  at input\n  mitigates ▮\n}", "LLM01 EP-01")]
    [InlineData("use catalogue \"airs_sdk\"\ninapplicable ▮", "GR-IN-01")]
    [InlineData("use catalogue \"airs_sdk\"\ninapplicable GR-IN-01 ▮", "because approved until control")]
    [InlineData("limit calls 5 per user within 1h at input\ntest \"x\" {\n  given input \"a\"\n  expect block by ▮\n}", "calls")]
    [InlineData("scheme risk { ladder low 2, high }\ncontrol c {\n  at input\n  when risk.tier >= ▮\n}", "low high")]
    [InlineData("control c {\n  at input\n  when tier >= ▮\n}", "low critical")]
    [InlineData("control c {\n  at input\n  when length(text) > by tier { ▮\n}", "low critical")]
    [InlineData("control c {\n  at input\n  on error by tier { ▮\n}", "low critical")]
    [InlineData("control c {\n  at input\n  on error by tier { low ▮\n}", "flag block")]
    [InlineData("control c {\n  at input\n  on error by tier { low flag, high ▮\n}", "flag block")]
    [InlineData("control c {\n  at input\n  on error by tier { low flag, ▮\n}", "high critical")]
    [InlineData("control c {\n  at input\n  on error by ▮\n}", "tier")]
    [InlineData("control c {\n  at input\n  when count of ▮\n}", "tool_call event")]
    public void Completion_offers_what_the_binder_knows(string text, string offered)
    {
        var marked = Marked.Of("library a\n" + text + "\n");
        var labels = CompletionFeature.At(marked.Analysis, marked.Tree, marked.Position, []).Entries.Select(entry => entry.Label);
        Assert.Empty(offered.Split(' ').Except(labels));
    }

    [Theory]
    [InlineData("expect ▮")]
    [InlineData("expect flag, ▮")]
    [InlineData("expect not ▮")]
    public void Completion_in_an_expectation_offers_no_facts(string expect)
    {
        var marked = Marked.Of("library a\nfact risk: share\ntest \"x\" {\n  given input \"a\"\n  " + expect + "\n}\n");
        var labels = CompletionFeature.At(marked.Analysis, marked.Tree, marked.Position, []).Entries.Select(entry => entry.Label);
        Assert.Empty(labels.Intersect(["risk", "session", "input"]));
    }

    [Fact]
    public void A_fix_removes_its_diagnostic()
    {
        var marked = Marked.Of("library a\ncontrol c {\n  at input\n  when sesion▮.turns > 3 then block\n}\n");
        var fixes = CodeActionFeature.In(marked.Analysis, marked.Tree, new TextSpan(marked.Position, marked.Position));
        var fix = Assert.Single(fixes, offered => offered.IsPreferred);
        Assert.Empty(Marked.Of(Apply(marked.Tree, fix) + "▮").Analysis.Diagnostics);
    }

    [Fact]
    public void All_of_a_file_is_fixed_at_once_and_elsewhere_nothing_else_is_offered()
    {
        var marked = Marked.Of(
            "library a▮\ncontrol c {\n  at input\n  when sesion.turns > 3 then block\n  when lenght(text) > 3 then block\n}\n");
        var all = Assert.Single(CodeActionFeature.In(marked.Analysis, marked.Tree, new TextSpan(marked.Position, marked.Position)));
        Assert.Null(all.Mends);
        Assert.Empty(Marked.Of(Apply(marked.Tree, all) + "▮").Analysis.Diagnostics);
    }

    [Theory]
    [InlineData("library a\nlet   x=1\n")]
    [InlineData("library a\r\nlet   x=1\r\ncontrol c { at input  always flag }\r\n")]
    [InlineData("library a")]
    public void Formatting_gives_the_layout_of_the_formatter(string text)
    {
        var tree = SyntaxTree.Parse(SourceText.From(text));
        Assert.Equal(Language.Formatting.Formatter.Format(tree), Apply(tree, FormattingFeature.Of(tree)));
    }

    private static string Apply(SyntaxTree tree, OfferedFix fix) => Apply(tree, fix.Edits);

    private static string Apply(SyntaxTree tree, IEnumerable<TextEdit> edits) => edits.Reverse().Aggregate(
        tree.Source.Content,
        (text, edit) => string.Concat(text.AsSpan(0, edit.Span.Start), edit.NewText, text.AsSpan(edit.Span.End)));
}
