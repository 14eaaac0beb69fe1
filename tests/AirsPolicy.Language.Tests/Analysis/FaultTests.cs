using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Tests.Semantics;

namespace AirsPolicy.Language.Tests.Analysis;

public class FaultTests
{
    private const string Unused = "control c { at output when text contains \"a\" and not (text contains \"a\") then block }";

    [Fact]
    public void An_analysis_that_fails_is_named_and_the_others_are_asked()
    {
        var bound = Binding.Bound(Binding.Policy(Unused));
        var found = PolicyAnalyzer.Analyze(bound, asOf: null, [new Failing(), .. Analyses.All]);
        var fault = Assert.Single(found.Diagnostics, diagnostic => diagnostic.IsFault);
        Assert.Equal(
            "Failing stopped at a fault of airs, not of the policy: InvalidOperationException in Failing.Run, 'it is broken here'. "
            + "Report this message; until airs is mended, take back the last change.",
            fault.Message);
        Assert.Equal("policy p", fault.Source.Slice(fault.Span).ToString());
        var usual = PolicyAnalyzer.Analyze(bound, asOf: null, Analyses.All).Diagnostics;
        Assert.NotEmpty(usual);
        Assert.Equal(usual.Select(other => other.Code), found.Diagnostics.Where(other => !other.IsFault).Select(other => other.Code));
    }

    [Fact]
    public void Nothing_is_built_from_a_policy_that_an_analysis_failed_at()
    {
        var bound = Binding.Bound(Binding.Policy("control c { at output when text contains \"a\" then block }"));
        Assert.NotNull(bound.Model);
        Assert.Null(PolicyAnalyzer.Analyze(bound, asOf: null, [new Failing()]).Model);
    }

    [Fact]
    public void A_package_that_cannot_be_looked_for_is_a_finding()
    {
        var found = PolicyAnalyzer.Analyze(Binding.Bound("library a\nuse b\n").Package, new Throwing());
        Assert.Equal(["AIRS7900"], found.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Null(found.Model);
    }

    [Fact]
    public void A_declaration_whose_check_fails_is_named_and_the_others_are_checked()
    {
        var policy = Binding.Policy(
            Judge("bool", "precedents \"cases.jsonl\""),
            "control c { at output when texd contains \"a\" then block }");
        var found = PolicyAnalyzer.Analyze(Binding.Bound(policy).Package with { Files = new Throwing() }, new Throwing()).Diagnostics;
        var fault = Assert.Single(found, diagnostic => diagnostic.IsFault);
        Assert.StartsWith("The check of 'j' stopped", fault.Message, StringComparison.Ordinal);
        Assert.Contains(found, diagnostic => diagnostic.Code == "AIRS2001");
    }

    [Theory]
    [InlineData("calibrate \"cases.jsonl\" { agreement at least 80% }")]
    [InlineData("precedents \"cases.jsonl\"")]
    public void A_mistaken_type_in_an_answer_is_one_finding_beside_cases_too(string cases)
    {
        var files = new Dictionary<string, string> { ["cases.jsonl"] = """{"shows": {"text": "x"}, "answer": {"verdict": "good"}}""" };
        Assert.DoesNotContain(Binding.Of(files, Binding.Policy(Judge("txt", cases))).Diagnostics, diagnostic => diagnostic.IsFault);
    }

    private static string Judge(string type, string cases) => $$$"""
        judge j {
          at output
          model "m" from "p"
          prompt "{{ text }}"
          returns { verdict: one of [good, bad], sure: {{{type}}} }
          {{{cases}}}
          when verdict == bad then flag
        }
        """;

    private sealed class Failing : IAnalysis
    {
        public void Run(AnalysisContext context) => throw new InvalidOperationException("it is\nbroken here.");
    }

    private sealed class Throwing : IPackageLocator, IPackageFiles
    {
        public IReadOnlyCollection<string> Names => [];

        public PackageSyntax? Find(string name) => throw new InvalidOperationException("no disk");

        public bool TryRead(string path, out string? content, out string? problem) => throw new InvalidOperationException("no disk");
    }
}
