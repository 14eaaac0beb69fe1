using AirsPolicy.Language.Diagnostics;

namespace AirsPolicy.Language.Tests.Semantics;

public class RequirementTests
{
    [Fact]
    public void What_a_tier_cannot_bound_is_said_and_never_taken_for_met()
    {
        var found = Binding.Single(
            Binding.Of("library l\nscheme risk { ladder low 2, high }\ntier high in risk { requires judge.provider at least 1 }\n"));
        Assert.Equal("AIRS6014", found.Code);
    }

    private const string Plan = """
        library plan
        pace guardrail { enter alternate when not guardrail.healthy  recover alternate -> primary by "on-call"  tested 2024-02-01 }
        pace { enter alternate when pace.guardrail >= alternate  recover alternate -> primary by "on-call" }
        """;

    private const string Desk = """
        policy desk
        extends plan
        scheme risk { ladder low 2, high }
        tier high in risk { requires pace.tested at most 90d }
        system s { owner "o"  tier risk.high }

        """;

    [Fact]
    public void Who_takes_a_plan_in_says_when_it_was_tried()
    {
        Assert.Equal(
            [
                "'risk.high' requires pace.tested at most 90d, and the chart 'guardrail' was tried on 2024-02-01.",
                "'risk.high' requires pace.tested at most 90d, and the chart 'system' was never tried.",
            ],
            Messages(Desk));
        Assert.Empty(Messages(Desk + "pace guardrail { tested 2024-05-20 }\npace { tested 2024-05-20 }\n"));
        // The last time counts, whoever says it.
        Assert.Equal(
            ["'risk.high' requires pace.tested at most 90d, and the chart 'guardrail' was tried on 2024-02-01."],
            Messages(Desk + "pace guardrail { tested 2023-11-20 }\npace { tested 2024-05-20 }\n"));
    }

    [Fact]
    public void What_says_more_than_when_a_plan_was_tried_is_a_second_chart() =>
        Assert.Equal(
            ["There is a chart 'guardrail' already, in the package 'desk'; what makes it worse can be said by any rule with 'degrade'."],
            Messages(
                Desk.Replace("  tier risk.high", "", StringComparison.Ordinal)
                    + "pace guardrail { enter alternate when not guardrail.healthy  recover alternate -> primary by \"on-call\" }\n"));

    private static string[] Messages(string desk) =>
        [.. Binding.Of(new DateOnly(2024, 6, 1), desk, Plan).Diagnostics.Select(found => found.Message).Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("on error degrade to contingency", "when length(text) > 5 then degrade to alternate", true)]
    [InlineData("on error degrade to contingency", "when length(text) > 5 then degrade to contingency", true)]
    [InlineData("on error degrade to alternate", "when length(text) > 5 then degrade to contingency", false)]
    [InlineData("on error degrade guardrail to contingency", "when length(text) > 5 then degrade to alternate", false)]
    [InlineData("on error degrade to contingency", "when length(text) > 5 then degrade to alternate, block", false)]
    [InlineData("on error flag", "when length(text) > 5 then degrade to alternate", false)]
    public void What_only_makes_a_chart_worse_needs_no_other_posture_where_it_leads_as_far_on_error(
        string posture,
        string rule,
        bool isEnough) =>
        Assert.Equal(
            isEnough ? [] : ["AIRS6018"],
            Binding
                .Of(
                    $$"""
                    policy p
                    system s { owner "o"  tier risk.high }
                    scheme risk { ladder low 2, high }
                    tier high in risk { requires on_error at least block }
                    pace guardrail {
                      enter alternate when not guardrail.healthy
                      enter contingency when guardrail.tampered
                      recover alternate -> primary by "on-call"
                      recover contingency -> alternate by "on-call"
                    }
                    pace {
                      enter alternate when pace.guardrail >= alternate
                      enter contingency when pace.guardrail >= contingency
                      recover alternate -> primary by "on-call"
                      recover contingency -> alternate by "on-call"
                    }
                    control c { at input  {{posture}}  {{rule}} }
                    """
                )
                .Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error)
                .Select(found => found.Code));
}
