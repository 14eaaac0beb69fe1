using System.Text.Json.Nodes;
using AirsPolicy.Language.Comparison.Meanings;
using AirsPolicy.Language.Comparison.Requests;
using AirsPolicy.Language.Comparison.Results;
using AirsPolicy.Language.Comparison.Search;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Comparison.Pasts;

/// <summary>
/// Looks for differences that show only after something has happened: for each change that no request shows by itself, requests that its
/// rule answers are made up, and pasts that bring about what it asks of the
/// past, and what other rules ask that stand in its way.
/// </summary>
internal sealed class PastSearch
{
    private const int MostTargets = 6;
    private const int MostNear = 20;
    private const int MostPasts = 160;
    private const int MostRules = 12;
    private const int MostPlaces = 6;
    private const int MostAfterwards = 400;

    private readonly VersionPair _pair;
    private readonly ComparisonBounds _bounds;
    private readonly MadeUpFacts _facts;
    private readonly ConditionPasts _pasts;
    private readonly OpenedWays _ways;
    private readonly Lazy<TestedPasts> _tests;
    private readonly int _begun;
    private readonly List<DecisionDifference> _found = [];
    private Func<DecisionDifference, bool> _shows = _ => false;
    private int _last;
    private bool _isShown;

    public PastSearch(VersionPair pair, ComparisonBounds bounds)
    {
        (_pair, _bounds, _begun) = (pair, bounds, pair.Asked);
        _facts = new MadeUpFacts(pair);
        _pasts = new ConditionPasts(pair, _facts);
        _ways = new OpenedWays(pair, _pasts);
        _tests = new Lazy<TestedPasts>(() => new TestedPasts(pair));
    }

    public IReadOnlyList<DecisionDifference> Found => _found;

    /// <summary>More could have been asked than the bounds allow.</summary>
    public bool Bounded { get; private set; }

    /// <summary>Looks for what shows the changes that the differences known do not.</summary>
    public void Run(ModelChanges changes, IReadOnlyCollection<DecisionDifference> known)
    {
        if (!Open(changes, known).Any() && !changes.OpenParts(known).Any())
            return;
        Begin(_ => false);
        foreach (var (past, request, facts) in _tests.Value.Whole())
            Ask(past, request, facts);
        foreach (var change in Open(changes, known).ToList())
        {
            Begin(difference => ShownChanges.IsShown(change, difference));
            LookFor([.. Rules().Where(rule => IsOf(rule, change))]);
        }
        foreach (var part in changes.OpenParts([.. known, .. _found]).ToList())
        {
            Begin(difference => !changes.OpenParts([difference]).Contains(part));
            foreach (var (past, request, facts) in RecoveryPasts.Of(_pair, _facts, _pasts, part))
                Ask(past, request, facts);
            LookFor([.. Rules().Where(rule => IsOf(rule, part)).Take(MostRules)]);
        }
        Bounded |= _pasts.Bounded;
    }

    private IEnumerable<RuleChange> Open(ModelChanges changes, IReadOnlyCollection<DecisionDifference> known) =>
        changes.Rules.Where(change =>
            !known
                .Concat(_found)
                .Any(difference => difference.Direction != DifferenceDirection.AsStrict && ShownChanges.IsShown(change, difference)));

    private bool IsOver => _pair.Asked >= _last;

    private void Begin(Func<DecisionDifference, bool> shows)
    {
        (_shows, _isShown) = (shows, false);
        _last = Math.Min(_pair.Asked + _bounds.RequestsOfOnePast, _begun + _bounds.RequestsWithPast);
    }

    private void LookFor(List<(RuleScope Scope, RuleModel Rule)> rules)
    {
        var ages = PastTimes.Of(rules.SelectMany(found => Asked(found.Rule).Select(asked => (found.Scope.Version.Model, asked))));
        foreach (
            var (scope, rule) in rules
                .DistinctBy(found => (found.Scope.Version, found.Rule.Ordinal, found.Scope.Request.Point, found.Scope.Request.Tool))
                .Take(MostRules * MostPlaces))
        {
            foreach (var (past, tested) in _tests.Value.At(scope.Request))
                AskNear(scope, rule, past, tested, []);
            foreach (
                var target in RuleRequests.Of(scope, rule, _facts.Calm(scope.Request)).Prepend(_facts.Calm(scope.Request)).Take(MostTargets)
            )
            {
                if (IsOver)
                    break;
                LookNear(scope, rule, target, ages);
            }
        }
        Bounded |= !_isShown && _pair.Asked >= _last;
    }

    private void LookNear(RuleScope scope, RuleModel rule, JsonObject target, IReadOnlyList<long> ages)
    {
        var near = CalmFacts.Around(_pair, scope.Request, target, changed => Answers(scope, rule, changed));
        var (way, facts) = _ways.To(scope, rule, near);
        AskNear(scope, rule, way, facts, []);
        AskNear(scope, rule, way, facts, [.. _pasts.Of(scope, Asked(rule), facts, ages).Take(MostPasts)]);
    }

    // At the bounds of the rule as well, each with some of what may have come before.
    private void AskNear(RuleScope scope, RuleModel rule, MadeUpPast way, JsonObject facts, IReadOnlyList<MadeUpPast> before)
    {
        if (before.Count == 0)
            Ask(way, scope.Request, facts);
        foreach (var past in before)
            Ask(way.And(past), scope.Request, facts);
        foreach (var bound in RuleRequests.Of(scope, rule, facts).Take(MostNear))
        {
            if (IsOver)
                return;
            if (before.Count == 0)
                Ask(way, scope.Request, bound);
            foreach (var past in before.Take(MostNear))
                Ask(way.And(past), scope.Request, bound);
        }
    }

    private void Ask(MadeUpPast past, RequestShape request, JsonObject facts)
    {
        if (IsOver || _pair.Difference(past, request, facts) is not { } difference)
            return;
        _found.Add(difference);
        if (_isShown || difference.Direction == DifferenceDirection.AsStrict || !_shows(difference))
            return;
        // A little further, should the change also do the contrary.
        _isShown = true;
        _last = Math.Min(_last, _pair.Asked + MostAfterwards);
    }

    private IEnumerable<(RuleScope Scope, RuleModel Rule)> Rules() =>
        _pair.Requests().SelectMany(request => RulesAtPoint.At(_pair, request));

    private bool IsOf((RuleScope Scope, RuleModel Rule) found, RuleChange change)
    {
        var rule = found.Scope.Version == _pair.Before ? change.Before : change.After;
        return rule is not null
            && rule.Ordinal == found.Rule.Ordinal
            && rule.Place == found.Rule.Place
            && found.Scope.Control == rule.Control;
    }

    private static bool IsOf((RuleScope Scope, RuleModel Rule) found, PartChange part) => part.Control.Length > 0
        ? part.IsOf(found.Scope.Control)
        : Asked(found.Rule).Any(PastLeaves.AsksPast);

    // Whether what a rule asks of the request itself holds, as far as that can be told.
    private static bool Answers(RuleScope scope, RuleModel rule, JsonObject facts) =>
        rule.Condition is null
        || ConditionSearch
            .Conjuncts(rule.Condition)
            .Where(part => !PastLeaves.AsksPast(part))
            .All(part => scope.Evaluate(part, facts) is BoolValue { Truth: true });

    private static List<Expression> Asked(RuleModel rule) =>
        [.. rule.Condition is null ? [] : (Expression[])[rule.Condition], .. rule.Effects.SelectMany(ExpressionTree.Expressions)];
}
