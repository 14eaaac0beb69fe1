using AirsPolicy.Language.Formatting;
using AirsPolicy.Language.Model;
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
        Assert.Equal(outcome, OutcomeOf(model, "p.c"));
    }

    [Fact]
    public void A_library_takes_the_tier_of_the_system_that_takes_it_in()
    {
        const string library =
            """
            policy l
            control c { at output  on error by tier { low flag, critical halt session }  when length(text) > 5 then block }
            """;
        Outcome Of(string tier) => OutcomeOf(Binding.Model($"policy p extends l\nsystem s {{ tier airs.{tier} }}", library), "l.c");
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

    [Theory]
    [InlineData("pace.judge { primary flag, contingency block }")]
    [InlineData("user.tier { low flag, high block }")]
    public void A_table_by_what_only_a_request_knows_is_refused(string table) =>
        Assert.Equal(["AIRS2031"], Binding.Codes($"on error by {table}  when length(text) > 5 then block"));

    [Fact]
    public void A_judge_takes_a_table_too()
    {
        var model = Binding.Model(
            """
            policy p
            system s { tier airs.low }
            judge j {
              model "m"  at output  prompt "{{ text }}"  returns { go: bool }  timing inline  on error by tier { low flag, high halt session }
              when not go then block
            }
            """);
        Assert.Equal(Outcome.Flag, OutcomeOf(model, Assert.Single(model.Judges).Control));
    }

    [Fact]
    public void No_line_of_an_advisory_judge_stops_anything() =>
        Assert.Equal(
            ["AIRS5105"],
            Binding.Of(
                """
                policy p
                system s { tier airs.low }
                judge j {
                  model "m"  at output  prompt "{{ text }}"  returns { go: bool }  timing inline  mode advisory
                  on error by tier { low flag, high block }
                }
                """).Diagnostics.Select(found => found.Code));

    [Fact]
    public void A_tier_outside_the_ladder_has_what_follows_in_the_nearest_higher_one()
    {
        var model = Binding.Model(
            """
            policy p
            system s { owner "o"  tier risk.quick  profile { sure: true } }
            scheme risk { profile { sure: bool }  ladder low 2, high  only quick where profile.sure because "it is sure" }
            tier quick in risk { rank 0 }
            control c { at output  on error by risk.tier { low flag, high block }  when length(text) > 5 then block }
            """);
        Assert.Equal(Outcome.Flag, OutcomeOf(model, "p.c"));
    }

    [Fact]
    public void Detectors_and_facts_from_providers_take_a_table_too()
    {
        var model = Binding.Model(
            """
            policy p
            system s { tier airs.high }
            detector slow { match classifier "c"  found at 80%  timeout 5ms  on error by tier { low flag, high halt session } }
            fact risk: share at input from "scores" on error by tier { low flag, high block }
            control c { at input  when slow.found(text) or risk > 90% then block }
            """);
        Assert.Equal(
            [("classifier:c", Outcome.Halt), ("risk", Outcome.Block)],
            model.Providers.Select(provider => (provider.Fact, provider.OnError.Single().Outcome)));
    }

    [Fact]
    public void A_table_is_formatted_as_a_table_of_values_is()
    {
        const string written = "policy p\ncontrol c { at output on error by tier {low flag,high block} when length(text) > 5 then block }";
        Assert.Contains(
            " on error by tier { low flag, high block } ",
            Formatter.Format(SyntaxTree.Parse(SourceText.From(written, "p.airs"))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_without_its_brace_is_one_mistake() =>
        Assert.Equal(["AIRS1100"], Binding.Codes("on error by tier low flag  when length(text) > 5 then block"));

    private static Outcome OutcomeOf(PolicyModel model, string control) =>
        Assert.IsType<FixedEffectModel>(model.Controls.Single(known => known.Id == control).OnError).Effect.Outcome;
}
