using AirsPolicy.Runtime.Delegation;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Runtime.Tests.Delegation;

public class ScopeLaws
{
    private static readonly DelegationRules Anyone = new(
        [.. Enumerable.Range(0, 8).Select(i => new AgentGrant($"a{i}", [.. Enumerable.Range(0, 8).Select(to => $"a{to}")], 8))], []);

    // The parts that can be told to reach no further, each kind by its own comparison, beside the meet.
    private static bool ReachesNoFurther(ScopeValue inner, ScopeValue outer) => (inner, outer) switch
    {
        (ScopeSet a, ScopeSet b) => a.Names.All(b.Names.Contains),
        (ScopeNumber a, ScopeNumber b) => a.Most <= b.Most,
        (ScopeDuration a, ScopeDuration b) => a.Most <= b.Most,
        (ScopeMoney a, ScopeMoney b) => a.Most <= b.Most && a.Currency == b.Currency,
        _ => false,
    };

    private static bool ReachesNoFurther(Scope inner, Scope outer) =>
        outer.Parts.All(part => inner.Find(part.Name) is { } value && ReachesNoFurther(value, part.Value));

    [Fact]
    public void Scope_along_a_delegation_chain_only_shrinks() =>
        Prop.ForAll(RandomScopes.Chains, asked =>
        {
            var chain = new DelegationChain(["a0"], asked[0]);
            for (var i = 1; i < asked.Length; i++)
            {
                var verdict = DelegationCheck.Decide(Anyone, chain, $"a{i}", asked[i]);
                if (verdict.Chain is not { } next)
                {
                    Assert.Equal([DelegationRefusal.ScopeMisfit], verdict.Refusals);
                    continue;
                }

                Assert.True(ReachesNoFurther(next.Scope, chain.Scope));
                Assert.True(ReachesNoFurther(next.Scope, asked[i]));
                chain = next;
            }

            Assert.True(ReachesNoFurther(chain.Scope, asked[0]));
        }).Check(Laws.Config.WithMaxTest(1_000));

    [Fact]
    public void Nothing_that_both_allow_is_lost() =>
        Prop.ForAll(RandomScopes.Scope.ToArbitrary(), RandomScopes.Scope.ToArbitrary(), RandomScopes.Scope.ToArbitrary(), (a, b, inner) =>
            a.Meet(b) is not { } met || !ReachesNoFurther(inner, a) || !ReachesNoFurther(inner, b) || ReachesNoFurther(inner, met))
            .Check(Laws.Config.WithMaxTest(1_000));

    [Fact]
    public void It_does_not_matter_which_scope_is_asked_first() =>
        Prop.ForAll(
                RandomScopes.Scope.ToArbitrary(),
                RandomScopes.Scope.ToArbitrary(),
                (a, b) => Equals(a.Meet(b), b.Meet(a)) && Equals(a.Meet(a), a))
            .Check(Laws.Config);

    [Fact]
    public void Being_within_is_reaching_no_further_in_any_part() =>
        Prop.ForAll(RandomScopes.Scope.ToArbitrary(), RandomScopes.Scope.ToArbitrary(), (a, b) => a.IsWithin(b) == ReachesNoFurther(a, b))
            .Check(Laws.Config.WithMaxTest(1_000));
}
