using AirsPolicy.Language.Tests.Semantics;

namespace AirsPolicy.Language.Tests.Analysis.Judges;

public sealed class UndecidedAnswerTests
{
    private const string Library =
        """
        library l
        param least: share = 50%, lower is stricter
        judge j { model "m" from "p"  at output  prompt "{{ text }}"
          returns { verdict: one of [ok, bad], sure: share }  when verdict == bad and sure > least then flag }
        """;

    [Fact]
    public void An_answer_without_consequence_is_found_in_the_package_that_declares_the_judge() =>
        Assert.Contains("AIRS5113", Codes(Library));

    [Fact]
    public void Who_takes_the_judge_in_is_not_told_of_it_again() =>
        Assert.DoesNotContain("AIRS5113", Codes(Binding.Policy().Replace("policy p\n", "policy p\nextends l\n", StringComparison.Ordinal), Library));

    [Fact]
    public void Who_sets_a_parameter_is_told_what_that_comes_to() => Assert.Contains(
        "AIRS5113",
        Codes(Binding.Policy("set l.least = 40%").Replace("policy p\n", "policy p\nextends l\n", StringComparison.Ordinal), Library));

    private static IEnumerable<string> Codes(params string[] sources) => Binding.Of(sources).Diagnostics.Select(found => found.Code);
}
