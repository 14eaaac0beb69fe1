using AirsPolicy.Language.Evaluation.Coverage;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Tests.Semantics;

namespace AirsPolicy.Language.Tests.Evaluation.Coverage;

public sealed class CoverageTests
{
    private const string Rules =
        """
        policy shop
        system s { owner "o" }
        queue people { sla 15m  reviewers "staff" }
        tool pay { class irreversible  args { amount: size, to: text } }
        let long(t) = length(t) > 5
        control input_rules {
          at input, output
          when long(text) and text contains "bad" then block
          when count of refused input e where e.text contains "bad" per user within 1h >= 2 then hold for people
        }
        control money { at tool_call of pay  when args.amount > 5KiB then block }

        """;

    [Fact]
    public void Without_tests_nothing_is_covered()
    {
        var coverage = Of("");
        Assert.Equal(["shop.input_rules", "shop.money"], coverage.Controls.Select(control => control.Id));
        Assert.Equal(
            (new CoverageCount(0, 2), new CoverageCount(0, 3), new CoverageCount(0, 10)),
            (coverage.OfControls, coverage.OfRules, coverage.OfConditions));
    }

    [Fact]
    public void A_rule_is_covered_once_it_has_matched_at_any_of_its_points()
    {
        var coverage = Of("test \"a\" { given output \"so bad\"  expect block }");
        Assert.Equal((new CoverageCount(1, 2), new CoverageCount(1, 3)), (coverage.OfControls, coverage.OfRules));
        Assert.Equal([1, 0], coverage.Controls[0].Rules.Select(rule => rule.Matched));
    }

    [Fact]
    public void A_condition_is_covered_once_it_has_held_and_once_it_has_not()
    {
        var conditions = Of("test \"a\" { given input \"bad\"  given input \"rather long\"  expect allow }")
            .Controls[0]
            .Rules[0]
            .Conditions;
        Assert.Equal(
            [(1, 1), (0, 1)],
            conditions.OrderBy(condition => condition.Place.Line).Select(condition => (condition.Held, condition.HeldNot)));
    }

    [Fact]
    public void What_counts_over_time_has_conditions_of_its_own()
    {
        var conditions = Of("test \"a\" { given input \"so bad\"  expect block  given input \"so bad\"  expect block }")
            .Controls[0]
            .Rules[1]
            .Conditions;
        Assert.Equal(2, conditions.Count);
        Assert.Contains(conditions, condition => condition.Held == 2);
    }

    [Fact]
    public void A_rule_that_cannot_be_evaluated_has_not_matched()
    {
        var rule = Assert.Single(
            Of(
                "test \"a\" { given tool_call of pay { args: { amount: 9KiB, to: \"x\" } }  given tool_call of pay { args: { to: \"x\" " +
                "} }  expect block }"
            )
                .Controls[1]
                .Rules);
        Assert.Equal(1, rule.Matched);
    }

    [Fact]
    public void What_a_declaration_refuses_by_itself_is_no_rule_to_cover()
    {
        var coverage = Of(
            "workflow desk { tools pay }  agent helper in desk { tools pay }\ntest \"a\" { given input \"x\"  expect allow }");
        Assert.Equal(["shop.input_rules", "shop.money"], coverage.Controls.Select(control => control.Id));
    }

    private static PolicyCoverage Of(string tests)
    {
        var runner = new PolicyTestRunner(Binding.Model(Rules + tests), measureCoverage: true);
        runner.Run();
        return runner.Coverage!;
    }
}
