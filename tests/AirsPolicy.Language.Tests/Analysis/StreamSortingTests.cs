using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Analysis.Streams;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Tests.Analysis;

public sealed class StreamSortingTests
{
    [Theory]
    [InlineData("when d.found(text) then block")]
    [InlineData("when d.found(output.text) or pii.card.found(text) and user.id == \"x\" then halt session")]
    [InlineData("when d.score(text) >= 50% then block, flag")]
    [InlineData("when not (user.id == \"x\") and d.found(text) then block")]
    [InlineData("when user.id == \"x\" then block")]
    [InlineData("always redact d")]
    [InlineData("always redact d except customer.cards as mask")]
    [InlineData("when d.found(text) then redact d, redact pii.card")]
    [InlineData("when spaces.found(text) then block")]
    public void What_asks_bounded_detectors_acts_before_release(string rule) => Assert.Equal(StreamTiming.BeforeRelease, Sort(rule).Timing);

    [Theory]
    [InlineData("when length(text) > 5 then flag")]
    [InlineData("when not d.found(text) then flag, queue people")]
    [InlineData("always append \"x\"")]
    [InlineData("when text contains \"x\" then redact d in input.text")]
    [InlineData("always notify \"x\"")]
    public void What_takes_nothing_back_is_decided_at_the_end(string rule) => Assert.Equal(StreamTiming.AtEnd, Sort(rule).Timing);

    [Theory]
    [InlineData("when length(text) > 5 then block", "it asks how long the whole answer is")]
    [InlineData("when not d.found(text) then block", "'not' turns round what is known of the answer so far")]
    [InlineData("when d.count(text) > 2 then block", "it counts matches in the whole answer")]
    [InlineData("when text contains \"x\" then block", "it asks for more of the answer than whether a detector has found something")]
    [InlineData("when d.score(text) < 50% then block", "it asks for more of the answer than whether a detector has found something")]
    [InlineData(
        "when d.found(output.reasoning ?? \"\") then block",
        "it asks for more of the answer than whether a detector has found something"
    )]
    [InlineData("always cut to 5", "it cuts what has been released")]
    [InlineData("when d.found(text) then replace with \"x\"", "it replaces what has been released")]
    [InlineData("when open.found(text) then block", "'p.open' has the pattern /a.*b/, which matches texts of any length")]
    [InlineData("when refers.found(text) then block", "'p.open' has the pattern /a.*b/, which matches texts of any length")]
    [InlineData("when backwards.found(text) then block", "'p.backwards' looks at the view 'reversed', which is one of the whole answer")]
    [InlineData("when d.found(text) then hold for people", "people have to agree before any of the answer goes on")]
    [InlineData("always require \"notice\"", "its duty has to be confirmed before any of the answer goes on")]
    public void What_needs_the_whole_answer_comes_too_late(string rule, string because)
    {
        var sorted = Sort(rule);

        Assert.Equal((StreamTiming.TooLate, because), (sorted.Timing, sorted.Because));
    }

    [Fact]
    public void A_control_that_is_never_in_force_takes_nothing_back()
    {
        Assert.Equal(StreamTiming.AtEnd, Sort("when length(text) > 5 then block", "mode detect").Timing);
        Assert.Equal(StreamTiming.TooLate, Sort("when length(text) > 5 then block", "mode detect until 2099-01-01").Timing);
    }

    private static StreamedRule Sort(string rule, string mode = "")
    {
        var source = $$"""
            policy p
            system s { owner "o" }
            queue people { sla 1h }
            fact customer: { cards: [text] } at output
            detector d { match "word", /a.{0,3}b/  except "word for word" }
            detector open { match /a.*b/ }
            detector refers { match d, open }
            detector spaces { match /a\s+b[ ]*c/ }
            detector backwards { view reversed  match "word" }
            control c { at output  {{mode}}  {{rule}} }
            """;
        var tree = SyntaxTree.Parse(SourceText.From(source, "a.airs"));
        var analysis = PolicyAnalyzer.Analyze(new PackageSyntax("p", [tree], new NoFiles()), new PackageLocator([]));
        Assert.True(analysis.Model is not null, string.Join('\n', analysis.Diagnostics));
        return Assert.Single(StreamSorting.Of(analysis.Model));
    }

    private sealed class NoFiles : IPackageFiles
    {
        public bool TryRead(string path, out string? content, out string? problem)
        {
            (content, problem) = (null, "there are no files");
            return false;
        }
    }
}
