using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Tests.Semantics;

namespace AirsPolicy.Language.Tests.Evaluation.Testing;

/// <summary>Whatever has rules of its own is named among those that fired as it is named behind <c>by</c>.</summary>
public sealed class FiredNamesTests
{
    private const string Policy =
        """
        judge j { model "m" at output  prompt "{{ text }}"  returns { verdict: one of [ok, bad] }  when verdict == bad then flag }
        breaker b { per user  trip when count of input per user within 1h >= 1  open for 5m  probe 1 }
        tool pay { class reversible  args { note: text }  when length(args.note) > 5 then block "Too much." }
        control c { at input  when length(text) > 5 then flag }
        """;

    [Theory]
    [InlineData("given output \"x\"  judge j answers { verdict: bad }", "j")]
    [InlineData("given tool_call of pay { args: { note: \"a long note\" } }", "pay")]
    [InlineData("given input \"Hello there.\"", "c")]
    public void What_fired_is_found_by_its_name_and_what_did_not_is_not(string given, string name)
    {
        Assert.Empty(Findings($"{given}  expect fired contains {name}"));
        Assert.Empty(Findings($"{given}  expect {name} in fired"));
        Assert.NotEmpty(Findings($"{given}  expect not (fired contains {name})"));
        foreach (var other in new[] { "j", "b", "pay", "c" }.Where(other => other != name))
            Assert.NotEmpty(Findings($"{given}  expect fired contains {other}"));
    }

    [Theory]
    [InlineData("given output \"x\"", "asked contains j", "not (asked contains j)")]
    public void Among_the_judges_that_are_asked_it_has_the_name_of_its_declaration(string given, string holds, string doesNot)
    {
        Assert.DoesNotContain(Findings($"{given}  judge j answers {{ verdict: ok }}  expect {holds}"), IsOfExpectation);
        Assert.Contains(Findings($"{given}  judge j answers {{ verdict: ok }}  expect {doesNot}"), IsOfExpectation);
    }

    private static bool IsOfExpectation(string finding) => finding.StartsWith("Expected", StringComparison.Ordinal);

    private static string[] Findings(string steps) =>
    [
        .. new PolicyTestRunner(Binding.Model(Binding.Policy(Policy, $$"""test "t" { {{steps}} }"""))).Run()
            .SelectMany(result => result.Findings).Select(finding => finding.Message),
    ];
}
