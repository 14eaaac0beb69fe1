using System.Text.Json.Nodes;
using AirsPolicy.Collections;
using AirsPolicy.Language.Comparison.Requests;
using AirsPolicy.Language.Comparison.Search;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Reasoning.Solving;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Language.Reasoning.Proofs;

/// <summary>
/// Makes requests up that contradict a property: its condition is met, and what would bring the outcome about is talked out of it, rule by
/// rule. Every request is decided by the interpreter, which alone says whether it does.
/// </summary>
internal sealed class CounterExampleSearch
{
    private const string Probe = "proof";
    private const int MostStarts = 24, MostOfOneRule = 24, MostRounds = 10, MostDecisions = 2_500;

    private readonly ProofModel _proof;
    private readonly ProvenPlace _place;
    private readonly ToolModel? _tool;
    private readonly VersionPair _pair;
    private readonly RequestShape _request;
    private readonly RuleScope _scope;
    private readonly PolicyInterpreter _interpreter;
    private readonly Dictionary<(string Control, int Ordinal), RuleModel> _rules = [];
    private int _decisions;

    public CounterExampleSearch(PolicyModel model, ProofModel proof, ProvenPlace place, ToolModel? tool)
    {
        (_proof, _place, _tool) = (proof, place, tool);
        _interpreter = new PolicyInterpreter(model);
        // A rule that does nothing shows whether the condition of the property is met.
        var mark = new FixedEffectModel(new EventEffect(EventAction.Notify, Probe));
        var probe = new ControlModel(
            Probe,
            null,
            null,
            [],
            [],
            false,
            null,
            mark,
            [new PlacementModel(place.Point, place.Tools, [new RuleModel(0, place.Condition, [mark], proof.Place)])],
            proof.Place);
        var probed = model with { Controls = model.Controls.Append(probe).ToValueList() };
        _pair = new VersionPair(probed, probed, DateOnly.FromDateTime(VirtualClock.Start));
        _request = _pair.Find(place.Point, tool?.WireName)!;
        _scope = new RuleScope(_pair.Before, _pair.After, _request, []);
        foreach (
            var (_, rule, control) in from control in model.Controls
                                      from placement in control.Placements
                                      from rule in placement.Rules
                                      where placement.Point == place.Point
                                      select (placement, rule, control))
            _rules.TryAdd((control.Id, rule.Ordinal), rule);
    }

    /// <summary>A request that contradicts the property; null where none was found.</summary>
    /// <param name="obligation">What would have to be true of it.</param>
    /// <param name="solver">What found that it can be.</param>
    /// <param name="taken">How; null where that is not known.</param>
    public CounterExample? Find(Obligation obligation, Solver solver, Assignment? taken)
    {
        foreach (var start in Starts(solver, taken))
        {
            if (Improved(start) is { } facts && Written(facts) is { } example)
                return example;
            // What does less where it fails is made to fail.
            foreach (
                var read in obligation
                    .Weaker.SelectMany(weaker => ExpressionTree.All(weaker.Rule))
                    .OfType<PathExpression>()
                    .Where(read => read.Path[0] != "tool")
                    .DistinctBy(read => read.Path))
            {
                if (_request.Without(start, new FactPath(read.Path)) is { } without
                    && Improved(without) is { } lacking
                    && Written(lacking) is { } failing)
                    return failing;
            }
        }
        return null;
    }

    private IEnumerable<JsonObject> Starts(Solver solver, Assignment? taken)
    {
        var harmless = _request.Harmless();
        var led = taken is null ? harmless : new LedFacts(_scope, solver, taken).Of(harmless);
        foreach (var facts in new[] { led, harmless }.Concat(Calm()))
        {
            if (_place.Condition is null)
            {
                yield return facts;
                continue;
            }
            foreach (var meeting in ConditionSearch.Of(_scope, _place.Condition, true, facts).Prepend(facts).Where(Speaks).Take(MostStarts))
                yield return meeting;
        }
    }

    private IEnumerable<JsonObject> Calm()
    {
        yield return CalmFacts.Of(_pair, _request);
    }

    private JsonObject? Improved(JsonObject facts)
    {
        var decision = Decide(facts);
        var loud = Loud(decision);
        for (var round = 0; round < MostRounds && loud.Count > 0; round++)
        {
            (JsonObject Facts, Decision Decision)? better = null;
            foreach (var rule in loud)
            {
                if (rule.Condition is null)
                    return null;
                foreach (var quieter in ConditionSearch.Of(_scope, rule.Condition, false, facts).Take(MostOfOneRule))
                {
                    if (_decisions > MostDecisions)
                        return null;
                    var next = Decide(quieter);
                    if (SpeaksOf(next) && Loud(next).Count < loud.Count)
                    {
                        better = (quieter, next);
                        break;
                    }
                }
                if (better is not null)
                    break;
            }
            if (better is null)
                return null;
            (facts, decision) = better.Value;
            loud = Loud(decision);
        }
        return Shows(decision) ? facts : null;
    }

    // The rules that bring the outcome about here.
    private List<RuleModel> Loud(Decision decision) =>
        [
            .. decision
                .Fired.Where(fired => fired.Effects.Any(effect => effect.Outcome >= _proof.Least))
                .Select(fired =>
                    _rules.GetValueOrDefault((fired.Origin.Control, fired.Origin.Ordinal)) ?? new RuleModel(0, null, [], _proof.Place)),
        ];

    private Decision Decide(JsonObject facts)
    {
        _decisions++;
        return _pair.Before.Decide(_request, facts, _pair.After);
    }

    private bool Speaks(JsonObject facts) => _decisions <= MostDecisions && SpeaksOf(Decide(facts));

    // The property is of requests that its condition is true of, and that a host can make: facts that do not fit are refused as a whole.
    private static bool SpeaksOf(Decision decision) =>
        decision.Failure is null && decision.Fired.Any(fired => fired.Origin.Control == Probe && fired.Failure is null);

    private bool Shows(Decision decision) => SpeaksOf(decision) && decision.Outcome < _proof.Least;

    private static int Failing(Decision decision) => decision.Fired.Concat(decision.Detected).Count(rule => rule.Failure is not null);

    private CounterExample? Written(JsonObject facts)
    {
        var usual = FactReduction.Of(facts, _request.Harmless(), smaller => _decisions <= MostDecisions && Shows(Decide(smaller)));
        foreach (var draw in usual.Select(member => member.Key).Where(TestFactsText.IsDraw).ToList())
        {
            var unseen = (JsonObject)usual.DeepClone();
            unseen[draw] = 1;
            if (Shows(Decide(unseen)))
                usual = unseen;
        }
        var text = new TestFactsText(
            _request,
            _pair.Before.Model.Layouts.First(layout => layout.Point == _place.Point).PrimaryText,
            _pair.Before.Model);
        // A rule that fails for want of a fact would show something else.
        var failing = Failing(Decide(usual));
        var smallest = FactReduction.Without(
            usual,
            text.IsGiven,
            smaller =>
                _decisions <= MostDecisions
                && Decide(text.Of(smaller).Facts) is var decision
                && Shows(decision)
                && Failing(decision) == failing);
        var written = text.Of(smallest);
        // What is written down is what is confirmed, as the first request of a test: there a past that was made up is none.
        var decision = Decide(written.Facts);
        if (!Shows(decision)
            || _interpreter
                .Decide(_place.Point, written.Facts.ToJsonString(WireJson.Options), new EventTrace(_interpreter, withStateMachines: false))
                .Outcome >= _proof.Least)
            return null;
        var point = _tool is null ? _place.Point : $"{_place.Point} of {_tool.Name}";
        var outcome = DecisionFacts.Outcome.Names[(int)_proof.Least];
        return new CounterExample(
            _place.Point,
            _tool?.Name,
            $"test {TestFactsText.Quoted(_proof.Title)} {{ given {point}{written.Text} expect outcome >= {outcome} }}",
            written.Facts.ToJsonString(WireJson.Options),
            decision.Outcome);
    }
}
