using AirsPolicy.Language.Formatting;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Tests.Semantics;

public class PostureTests
{
    [Theory]
    [InlineData("tier airs.low", Outcome.Flag)]
    [InlineData("tier airs.medium", Outcome.Flag)]
    [InlineData("tier airs.high", Outcome.Block)]
    [InlineData("tier airs.critical", Outcome.Block)]
    [InlineData("", Outcome.Block)]
    public void What_follows_on_error_is_that_of_the_tier_and_of_the_highest_where_none_is_known(string tier, Outcome outcome)
    {
        var model = Binding.Model(
            $$"""
            policy p
            system s { {{tier}} }
            control c { at output  on error by tier { low flag, high block "later" }  when length(text) > 5 then block }
            """);
        Assert.Equal(outcome, Assert.IsType<FixedEffectModel>(model.Controls.Single(control => control.Id == "p.c").OnError).Effect.Outcome);
    }

    [Fact]
    public void A_library_takes_the_tier_of_the_system_that_takes_it_in()
    {
        const string library = "policy l\ncontrol c { at output  on error by tier { low flag, critical halt session }  when length(text) > 5 then block }";
        Outcome Of(string tier) =>
            Assert
                .IsType<FixedEffectModel>(
                    Binding.Model($"policy p extends l\nsystem s {{ tier airs.{tier} }}", library).Controls.Single(c => c.Id == "l.c").OnError)
                .Effect.Outcome;
        Assert.Equal(Outcome.Flag, Of("high"));
        Assert.Equal(Outcome.Halt, Of("critical"));
    }

    [Theory]
    [InlineData("low flag, low block", "AIRS2028")]
    [InlineData("huge block", "AIRS2021")]
    [InlineData("critical block", "AIRS2041")]
    [InlineData("low append \"x\", high block", "AIRS3008")]
    [InlineData("", "AIRS2041")]
    public void Each_line_of_the_table_is_held_to_what_one_effect_is(string lines, string code)
    {
        var source = $$"""
            policy p
            system s { tier airs.high }
            control c { at output  on error by tier { {{lines}} }  when length(text) > 5 then block }
            """;
        Assert.Equal([code], Binding.Of(source).Diagnostics.Select(found => found.Code));
    }

    [Fact]
    public void A_table_by_what_only_a_request_knows_is_refused() =>
        Assert.NotEmpty(Binding.Codes("on error by pace.judge { primary flag, contingency block }  when length(text) > 5 then block"));

    [Fact]
    public void Judges_detectors_and_facts_from_providers_take_a_table_too()
    {
        var model = Binding.Model(
            """
            policy p
            system s { tier airs.high }
            queue people { sla 4h  reviewers "staff" }
            detector slow { match classifier "c" weighs 80%  score max  found at 50%  timeout 5ms  on error by tier { low flag, high hold for people } }
            fact risk: share at input from "scores" on error by tier { low flag, high block }
            control c { at input  when slow.found(text) or risk > 90% then block }
            """);
        Assert.Equal(2, model.Controls.Single(control => control.Id == "p.c").Placements.Count + model.Queues.Count);
    }

    [Fact]
    public void A_table_is_formatted_as_a_table_of_values_is() =>
        Assert.Contains(
            " on error by tier { low flag, high block \"later\" } ",
            Formatter.Format(
                SyntaxTree.Parse(
                    SourceText.From("policy p\ncontrol c { at output on error by tier {low flag,high block \"later\"} when length(text) > 5 then block }", "p.airs"))),
            StringComparison.Ordinal);
}
