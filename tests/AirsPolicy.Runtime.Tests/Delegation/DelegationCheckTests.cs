using AirsPolicy.Collections;
using AirsPolicy.Runtime.Delegation;

namespace AirsPolicy.Runtime.Tests.Delegation;

public class DelegationCheckTests
{
    private static readonly DelegationRules Rules = new(
        [new("desk", ["finder", "payer"], 2), new("finder", ["reader", "desk"], 3), new("reader", ["payer"], 3), new("payer", [], 1)], []);

    private static DelegationChain Chain(params string[] agents) => new(agents.ToValueList(), Scope.Unbounded);

    private static ValueList<DelegationRefusal> Refusals(DelegationChain chain, string to) =>
        DelegationCheck.Decide(Rules, chain, to, Scope.Unbounded).Refusals;

    private static Scope Tools(params string[] names) => new([new ScopePart("tools", new ScopeSet(names))]);

    [Fact]
    public void Work_that_is_handed_on_makes_the_chain_one_longer()
    {
        var chain = DelegationCheck.Decide(Rules, Chain("desk"), "finder", Tools("search")).Chain!;
        Assert.Equal(["desk", "finder"], chain.Agents);
        Assert.Equal(1, chain.Depth);
        Assert.Equal(Tools("search"), chain.Scope);
    }

    [Fact]
    public void Agents_that_are_not_declared_neither_take_nor_hand_on_nor_stand_between()
    {
        Assert.Contains(DelegationRefusal.UnknownAgent, Refusals(Chain("desk"), "stranger"));
        Assert.Contains(DelegationRefusal.UnknownAgent, Refusals(Chain("stranger"), "finder"));
        Assert.Contains(DelegationRefusal.UnknownAgent, Refusals(Chain("stranger", "desk"), "finder"));
        Assert.Contains(DelegationRefusal.UnknownAgent, Refusals(Chain("desk"), ""));
        Assert.Contains(DelegationRefusal.UnknownAgent, Refusals(Chain(), "finder"));
    }

    [Fact]
    public void Only_the_pairs_that_are_granted_hand_on()
    {
        Assert.Equal([DelegationRefusal.PairNotAllowed], Refusals(Chain("desk"), "reader"));
        Assert.Equal([DelegationRefusal.PairNotAllowed, DelegationRefusal.TooDeep], Refusals(Chain("desk", "payer"), "reader"));
    }

    [Fact]
    public void Work_never_comes_back_to_an_agent_of_the_chain()
    {
        Assert.Equal([DelegationRefusal.Cycle], Refusals(Chain("desk", "finder"), "desk"));
        Assert.Equal([DelegationRefusal.PairNotAllowed, DelegationRefusal.Cycle], Refusals(Chain("desk"), "desk"));
    }

    [Fact]
    public void The_strictest_depth_in_the_chain_counts()
    {
        Assert.Equal([], Refusals(Chain("desk", "finder"), "reader"));
        Assert.Equal([DelegationRefusal.TooDeep], Refusals(Chain("desk", "finder", "reader"), "payer"));
        Assert.Equal([], Refusals(Chain("finder", "reader"), "payer"));
    }

    [Fact]
    public void A_scope_of_another_kind_or_currency_is_refused_and_never_replaces()
    {
        var chain = Chain("desk") with
        {
            Scope = new Scope([new ScopePart("amount", new ScopeMoney(10, "GBP")), new ScopePart("tools", new ScopeSet(["search"]))]),
        };
        Assert.Equal(
            [DelegationRefusal.ScopeMisfit],
            DelegationCheck.Decide(Rules, chain, "finder", new Scope([new ScopePart("amount", new ScopeMoney(5, "USD"))])).Refusals);
        Assert.Equal(
            [DelegationRefusal.ScopeMisfit],
            DelegationCheck.Decide(Rules, chain, "finder", new Scope([new ScopePart("tools", new ScopeNumber(5))])).Refusals);
    }

    [Fact]
    public void A_required_part_of_the_scope_may_be_inherited()
    {
        var rules = Rules with { RequiredScope = ["tools"] };
        Assert.Equal([DelegationRefusal.ScopeMissing], DelegationCheck.Decide(rules, Chain("desk"), "finder", Scope.Unbounded).Refusals);
        Assert.Empty(DelegationCheck.Decide(rules, Chain("desk"), "finder", Tools("search")).Refusals);
        Assert.Empty(DelegationCheck.Decide(rules, Chain("desk") with { Scope = Tools("search") }, "finder", Scope.Unbounded).Refusals);
    }

    [Fact]
    public void A_part_of_a_scope_stands_once() =>
        Assert.Throws<ArgumentException>(() =>
            new Scope([new ScopePart("tools", new ScopeNumber(1)), new ScopePart("tools", new ScopeNumber(2))]));
}
