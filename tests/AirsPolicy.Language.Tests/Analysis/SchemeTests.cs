using AirsPolicy.Language.Analysis.Tiers;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Tests.Semantics;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Language.Tests.Analysis;

public class SchemeTests
{
    private static readonly string[] s_rules =
    [
        "score 2 where profile.outside because \"outside\"",
        "score 2 where profile.users >= 10_000 because \"many\"",
        "score 1 where profile.users >= 100 and profile.users < 10_000 because \"some\"",
        "score -2 where profile.reviewed because \"reviewed\"",
        "at least high where profile.pii and profile.outside because \"personal data outside\"",
        "at least medium where profile.pii because \"personal data\"",
        "raise 1 where profile.agents > 1 because \"several agents\"",
        "raise 1 where profile.mixed because \"mixed corpus\"",
        "only fast where not profile.outside and profile.reviewed because \"all criteria\"",
    ];

    private static string Scheme(IEnumerable<string> rules) => $$"""
        policy p
        system s { tier risk.critical }
        scheme risk {
          profile { outside: bool, users: int, reviewed: bool, pii: bool, agents: int, mixed: bool }
          ladder low 1, medium 2, high 3, critical
          {{string.Join("\n  ", rules)}}
        }
        tier low in risk { rank 1 }
        tier fast in risk { rank 0 }
        """;

    private static SchemeModel Bound(IEnumerable<string> rules) => Binding.Of(Scheme(rules)).Model!.Governance.Schemes[0];

    private static string Tier(string profile)
    {
        var scheme = Bound(s_rules);
        var score = SchemeScore.Of(scheme, $$"""{"profile":{{profile}}}""");
        Assert.Equal(score.Least, score.Most);
        return scheme.Tiers[score.Least].Name;
    }

    [Theory]
    [InlineData("""{"outside":false,"users":5,"reviewed":false,"pii":false,"agents":1,"mixed":false}""", "low")]
    [InlineData("""{"outside":true,"users":5,"reviewed":false,"pii":false,"agents":1,"mixed":false}""", "medium")]
    [InlineData("""{"outside":true,"users":500,"reviewed":false,"pii":false,"agents":1,"mixed":false}""", "high")]
    [InlineData("""{"outside":true,"users":20000,"reviewed":false,"pii":false,"agents":1,"mixed":false}""", "critical")]
    [InlineData("""{"outside":true,"users":5,"reviewed":false,"pii":true,"agents":1,"mixed":false}""", "high")]
    [InlineData("""{"outside":false,"users":5,"reviewed":false,"pii":true,"agents":2,"mixed":false}""", "high")]
    [InlineData("""{"outside":true,"users":5,"reviewed":false,"pii":true,"agents":2,"mixed":true}""", "critical")]
    [InlineData("""{"outside":false,"users":5,"reviewed":true,"pii":false,"agents":1,"mixed":false}""", "fast")]
    [InlineData("""{"outside":false,"users":5,"reviewed":true,"pii":false,"agents":2,"mixed":false}""", "low")]
    [InlineData("""{"outside":false,"users":5,"reviewed":true,"pii":true,"agents":1,"mixed":false}""", "medium")]
    public void A_profile_comes_to_its_tier_by_sum_then_at_least_then_raise_then_the_highest(string profile, string tier) =>
        Assert.Equal(tier, Tier(profile));

    [Fact]
    public void What_the_profile_leaves_out_is_between_the_best_and_the_worst()
    {
        var scheme = Bound(s_rules);
        var score = SchemeScore.Of(scheme, """{"profile":{"users":5,"reviewed":false,"pii":false,"agents":1,"mixed":false}}""");
        Assert.Equal(("low", "medium"), (scheme.Tiers[score.Least].Name, scheme.Tiers[score.Most].Name));
    }

    [Fact]
    public void A_score_does_not_depend_on_the_order_in_which_a_scheme_is_written()
    {
        var profiles =
            from outside in Gen.Elements("true", "false")
            from users in Gen.Elements(5, 500, 50_000)
            from reviewed in Gen.Elements("true", "false")
            from pii in Gen.Elements("true", "false")
            from agents in Gen.Choose(1, 3)
            from mixed in Gen.Elements("", ",\"mixed\":true", ",\"mixed\":false")
            select $$"""{"profile":{"outside":{{outside}},"users":{{users}},"reviewed":{{reviewed}},"pii":{{pii}},"agents":{{agents}}{{mixed}} } }""";
        var cases = from order in Gen.Shuffle(s_rules) from profile in profiles select (order, profile);
        var first = Bound(s_rules);
        Prop.ForAll(Arb.From(cases), drawn =>
        {
            var (order, profile) = drawn;
            var (one, other) = (SchemeScore.Of(first, profile), SchemeScore.Of(Bound(order), profile));
            Assert.Equal((one.Least, one.Most), (other.Least, other.Most));
        }).Check(Laws.Config.WithMaxTest(60));
    }

    [Fact]
    public void Another_rule_that_scores_never_lowers_the_tier()
    {
        var scheme = Bound(s_rules);
        var cases =
            from kept in Gen.Elements(true, false).ArrayOf(s_rules.Length)
            from outside in Gen.Elements("true", "false")
            from pii in Gen.Elements("true", "false")
            from agents in Gen.Choose(1, 3)
            from users in Gen.Elements(5, 500, 50_000)
            select (
                kept,
                profile: $$"""{"profile":{"outside":{{outside}},"users":{{users}},"reviewed":false,"pii":{{pii}},"agents":{{agents}},"mixed":false} }"""
            );
        Prop.ForAll(
                Arb.From(cases),
                drawn =>
                {
                    var fewer = scheme with { Rules = new([.. scheme.Rules.Where((rule, i) => drawn.kept[i])]) };
                    Assert.True(SchemeScore.Of(fewer, drawn.profile).Least <= SchemeScore.Of(scheme, drawn.profile).Least);
                }
            )
            .Check(Laws.Config.WithMaxTest(100));
    }

    [Fact]
    public void Tier_is_the_tier_of_the_system_in_conditions_and_tables()
    {
        var rule = Binding
            .Model(
                Scheme([])
                    + "\ncontrol c { at output  when length(text) > by tier { low 500, high 100 } and tier > medium and risk.tier == critical then block }\n"
            )
            .Controls[0]
            .Placements[0]
            .Rules[0];
        var constants = AirsPolicy
            .Language.Model.ExpressionTree.All(rule)
            .OfType<ConstantExpression>()
            .Select(constant => constant.Value)
            .ToList();
        Assert.Equal([100L, 4L, 2L, 4L, 4L], constants);
    }

    [Fact]
    public void What_several_packages_require_of_a_tier_adds_up()
    {
        var analysis = Binding.Of(
            "policy p\nextends base\nsystem s { tier risk.high }\ntier high in risk { requires GR-IN-03 }\n",
            "library base\nuse catalogue \"airs_sdk\"\nscheme risk { ladder low 1, high }\ntier low in risk { requires GR-IN-04 }\ntier " +
            "high in risk { rank 3  requires GR-IN-01 }\n"
        );
        Assert.Equal(
            ["GR-IN-01", "GR-IN-03", "GR-IN-04"],
            analysis.Diagnostics.Select(found => found.Arguments[1]).Order(StringComparer.Ordinal));
    }

    private static readonly string[] s_ladder = ["low", "medium", "high", "critical"];

    [Fact]
    public void A_tier_of_rank_0_is_below_a_ladder_without_ranks_so_that_undercutting_is_noticed()
    {
        const string Scheme =
            "scheme risk { profile { pii: bool }  ladder low 2, medium 6, high 10, critical  at least high where profile.pii because " +
            "\"personal data\" }\ntier fast in risk { rank 0 }\n";
        var analysis = Binding.Of("policy p\nsystem s { tier risk.fast  profile { pii: true } }\n" + Scheme);
        Assert.Equal(
            [("AIRS6015", "risk.fast", "risk.high")],
            analysis.Diagnostics.Select(found => (found.Code, found.Arguments[0], found.Arguments[1])));
        Assert.Equal(
            ["fast", .. s_ladder],
            Binding.Model("policy p\nsystem s { tier risk.critical }\n" + Scheme).Governance.Schemes[0].Tiers.Select(tier => tier.Name));
    }

    [Theory]
    [InlineData("tier fast in risk { rank 10 }", "low medium high critical fast")]
    [InlineData("tier low in risk { rank 10 }  tier fast in risk { rank 9 }", "fast low medium high critical")]
    [InlineData("tier high in risk { rank 10 }  tier fast in risk { rank 9 }", "low medium fast high critical")]
    [InlineData("tier critical in risk { rank 9223372036854775807 }  tier fast in risk { rank 5 }", "low medium high fast critical")]
    [InlineData(
        "tier fast in risk { rank 6 }  tier eager in risk { rank 5 }  tier brisk in risk { rank 7 }",
        "low medium high critical eager fast brisk"
    )]
    public void A_tier_of_the_ladder_has_the_rank_after_the_tier_below_it(string tiers, string order) =>
        Assert.Equal(
            order.Split(' '),
            Binding
                .Model($"policy p\nsystem s {{}}\nscheme risk {{ ladder low 2, medium 6, high 10, critical }}\n{tiers}\n")
                .Governance.Schemes[0]
                .Tiers.Select(tier => tier.Name));

    [Theory]
    [InlineData("tier fast in risk { rank 3 }", "fast 3 high 3")]
    [InlineData("tier medium in risk { rank 1 }", "medium 1 low 1")]
    [InlineData(
        "tier low in risk { rank 9223372036854775807 }  tier critical in risk { rank 9223372036854775807 }",
        "critical 9223372036854775807 high 9223372036854775809"
    )]
    [InlineData("tier fast in risk { rank 7 }  tier brisk in risk { rank 7 }", "fast 7 brisk 7")]
    public void Two_tiers_of_one_rank_are_an_error(string tiers, string arguments) =>
        Assert.Equal(
            [("AIRS6009", arguments)],
            Binding
                .Of($"policy p\nsystem s {{}}\nscheme risk {{ ladder low 2, medium 6, high 10, critical }}\n{tiers}\n")
                .Diagnostics.Select(found => (found.Code, string.Join(' ', found.Arguments))));

    // Whatever ranks a scheme leaves out: what it says of any of them holds, or is an error.
    [Fact]
    public void Tiers_stand_in_the_order_of_the_ladder_and_of_all_ranks_or_are_refused()
    {
        var cases =
            from ladder in Gen.Choose(-4, 9).ArrayOf(s_ladder.Length)
            from outside in Gen.Choose(0, 9).ArrayOf(2)
            select (ladder, outside);
        Prop.ForAll(
                Arb.From(cases),
                drawn =>
                {
                    var said = s_ladder
                        .Zip(drawn.ladder)
                        .Where(tier => tier.Second >= 0)
                        .Concat(new[] { "fast", "eager" }.Zip(drawn.outside))
                        .ToDictionary(tier => tier.First, tier => tier.Second);
                    var model = Binding
                        .Of(
                            $"policy p\nsystem s {{}}\nscheme risk {{ ladder low 2, medium 6, high 10, critical }}\n{string.Join('\n', said.Select(tier => $"tier {tier.Key} in risk {{ rank {tier.Value} }}"))}\n"
                        )
                        .Model;
                    if (model is null)
                        return;
                    var order = model.Governance.Schemes[0].Tiers.Select(tier => tier.Name).ToList();
                    Assert.Equal(s_ladder, order.Where(s_ladder.Contains));
                    Assert.Equal(
                        order.Where(said.ContainsKey).Select(tier => said[tier]).Distinct().Order(),
                        order.Where(said.ContainsKey).Select(tier => said[tier]));
                    // What is below every rank that is said, and below 1, is below the whole ladder.
                    if (said.MinBy(tier => tier.Value) is { Value: 0 } least)
                        Assert.Equal(least.Key, order[0]);
                }
            )
            .Check(Laws.Config.WithMaxTest(200));
    }
}
