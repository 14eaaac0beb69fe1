using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>
/// What is said of the absence of a provider's fact is never weaker than it reads, whatever the controls that read the fact say.
/// </summary>
public sealed class ProviderPostureTests
{
    private const int Policies = 36;
    private const int Requests = 150;

    private static readonly FixedEffectModel s_flags = new(new FlagEffect(null));

    private int _raised;
    private int _lacking;

    [Fact]
    public void What_a_provider_says_of_its_absence_joins_what_the_control_says_and_lowers_nothing()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), Check).Check(Laws.Config.WithMaxTest(Policies));
        Assert.True(_lacking > 50, $"{_lacking} rules lacked a fact whose provider says something, too few to say anything.");
        Assert.True(_raised > 20, $"{_raised} outcomes were raised, too few to say anything.");
    }

    private void Check(int seed)
    {
        var draw = new PolicyDraw(seed);
        var random = new Random(seed);
        // Of many controls one blocks anyhow; these only flag where they fail.
        var model = draw.Model with
        {
            Controls = draw.Model.Controls.Take(3).Select(control => control with { OnError = s_flags }).ToValueList(),
        };
        var said = model.Providers.ToDictionary(provider => provider.Fact, provider => provider.OnError, StringComparer.Ordinal);
        var (silent, reference) = (new PolicyInterpreter(model with { Providers = [] }), new PolicyInterpreter(model));
        using var compiled = new EmittedEngine(model);
        var differences = new Differences();
        for (var i = 0; i < Requests; i++)
        {
            var (point, whole) = draw.Request();
            var facts = DamagedFacts.Of(whole, random);
            var (before, after) = (silent.Decide(point, facts), reference.Decide(point, facts));
            differences.Compare($"At '{point}' on {facts}", after, compiled.Decide(point, facts));
            Assert.True(after.Outcome >= before.Outcome, $"{before.Outcome} became {after.Outcome} on {facts}");
            _raised += after.Outcome > before.Outcome ? 1 : 0;
            foreach (var rule in after.Fired.Concat(after.Detected).Where(rule => rule.Failure?.Kind == FailureKind.MissingFact))
                AssertJoined(rule, said);
        }
        differences.AssertNone();
    }

    // The failure names the least fact that is missing; what is said of that one follows.
    private void AssertJoined(MatchedRule rule, Dictionary<string, ValueList<Effect>> said)
    {
        var fact = rule.Failure!.Detail.Split('\'')[1].Split('.')[0];
        if (said.GetValueOrDefault(fact) is not { Count: > 0 } effects)
            return;
        Assert.Empty(effects.Except(rule.Effects));
        _lacking++;
    }
}
