using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using FsCheck;
using FsCheck.Fluent;
using Outcome = AirsPolicy.Runtime.Decisions.Outcome;

namespace AirsPolicy.Runtime.Tests.Decisions;

public class EffectJoinLawTests
{
    private static readonly Config s_config = Laws.Times(500);

    private static Decision Join(params IEnumerable<MatchedRule> rules) => EffectJoin.Decide("output", rules);

    private static IEnumerable<MatchedRule> RulesOf(Decision decision) => [.. decision.Fired, .. decision.Detected];

    [Fact]
    public void The_order_of_rules_never_changes_a_decision()
    {
        var shuffled = from rules in RandomRules.Rules from shuffle in Gen.Shuffle(rules) select (rules, shuffle);
        Prop.ForAll(shuffled.ToArbitrary(), pair => Join(pair.rules) == Join(pair.shuffle)).Check(s_config);
    }

    [Fact]
    public void The_grouping_of_rules_never_changes_a_decision()
    {
        var three = from a in RandomRules.Rules from b in RandomRules.Rules from c in RandomRules.Rules select (a, b, c);
        Prop.ForAll(three.ToArbitrary(), x =>
        {
            var left = Join([.. RulesOf(Join([.. x.a, .. x.b])), .. x.c]);
            var right = Join([.. x.a, .. RulesOf(Join([.. x.b, .. x.c]))]);
            return left == right && left == Join([.. x.a, .. x.b, .. x.c]);
        }).Check(s_config);
    }

    [Fact]
    public void Rules_given_twice_count_once() =>
        Prop.ForAll(RandomRules.Rules.ToArbitrary(), rules => Join([.. rules, .. rules]) == Join(rules)).Check(s_config);

    [Fact]
    public void One_more_rule_never_lowers_the_outcome()
    {
        var added = from rules in RandomRules.Rules from rule in RandomRules.Rule select (rules, rule);
        Prop.ForAll(added.ToArbitrary(), x => Join([.. x.rules, x.rule]).Outcome >= Join(x.rules).Outcome).Check(s_config);
    }

    [Fact]
    public void The_outcome_is_the_highest_of_the_effects_in_force_and_detect_adds_nothing() =>
        Prop.ForAll(RandomRules.Rules.ToArbitrary(), rules =>
        {
            var inForce = rules.Where(r => !r.Detect).ToArray();
            var expected = inForce.SelectMany(r => r.Effects).Select(e => e.Outcome).DefaultIfEmpty(Outcome.Allow).Max();
            return Join(rules).Outcome == expected && Join(rules) with { Detected = [] } == Join(inForce);
        }).Check(s_config);

    [Fact]
    public void Redactions_cover_exactly_the_union_of_spans_by_the_strictest_method() =>
        Prop.ForAll(RandomRules.Rules.ToArbitrary(), rules =>
        {
            var effects = rules.Where(r => !r.Detect).SelectMany(r => r.Effects).ToArray();
            var content = Join(rules).Content;
            if (content.Replacement is not null)
                return content.Redactions.Count == 0;
            return effects.OfType<RedactEffect>().Select(e => e.Path).Concat(["/output/text"]).Distinct().All(path =>
                Enumerable.Range(0, 45).All(at =>
                {
                    var asked = effects.OfType<RedactEffect>().Where(e => e.Path == path && e.Spans.Any(s => s.Start <= at && at < s.End)).ToArray();
                    var given = content.Redactions.Where(r => r.Path == path && r.Start <= at && at < r.End).ToArray();
                    return asked.Length == 0 ? given.Length == 0 : given.Length == 1 && given[0].Method >= asked.Max(e => e.Method);
                }));
        }).Check(s_config);

    [Fact]
    public void Redactions_are_disjoint_and_rising() =>
        Prop.ForAll(
                RandomRules.Rules.ToArbitrary(),
                rules =>
                {
                    var redactions = Join(rules).Content.Redactions;
                    return redactions
                            .Zip(redactions.Skip(1))
                            .All(pair =>
                                string.CompareOrdinal(pair.First.Path, pair.Second.Path) < 0
                                || (pair.First.Path == pair.Second.Path && pair.First.End <= pair.Second.Start)
                            ) && redactions.All(r => r.Start < r.End);
                }
            )
            .Check(s_config);

    [Fact]
    public void Replace_absorbs_every_change_but_labels() =>
        Prop.ForAll(
                RandomRules.Rules.ToArbitrary(),
                rules =>
                {
                    var replaced = Join([
                        .. rules,
                        new MatchedRule(new RuleOrigin("z", null, null, "", 0, "x.airs", 1, 1), [new ReplaceEffect("")]),
                    ]).Content;
                    return replaced == ContentChange.None with { Replacement = "", Labels = Join(rules).Content.Labels };
                }
            )
            .Check(s_config);

    [Fact]
    public void Holds_on_one_queue_take_the_shortest_time_and_halts_and_events_stand_once() =>
        Prop.ForAll(
                RandomRules.Rules.ToArbitrary(),
                rules =>
                {
                    var decision = Join(rules);
                    return decision.Holds.Select(h => h.Queue).Distinct().Count() == decision.Holds.Count
                        && decision.Halts.Distinct().Count() == decision.Halts.Count
                        && decision.Events.Distinct().Count() == decision.Events.Count
                        && rules
                            .Where(r => !r.Detect)
                            .SelectMany(r => r.Effects)
                            .OfType<HoldEffect>()
                            .All(h =>
                                decision.Holds.Single(j => j.Queue == h.Queue) is var joined
                                && (h.Ticks is null || joined.Ticks <= h.Ticks)
                                && (joined.OtherwiseHalt || !h.OtherwiseHalt));
                }
            )
            .Check(s_config);
}
