using AirsPolicy.Language.Evaluation.Effects;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Language.Analysis.Facts;

/// <summary>What reads the facts of a decision point.</summary>
internal sealed class FactReads
{
    private readonly PolicyModel _model;
    private readonly Dictionary<string, ControlModel> _controls;
    private readonly ILookup<int, string> _asking;
    private readonly List<(string Control, HaltScope Scope)> _halts;

    public FactReads(PolicyModel model)
    {
        _model = model;
        _controls = model.Controls.ToDictionary(control => control.Id, StringComparer.Ordinal);
        _asking = Asking().Distinct().ToLookup(asked => asked.Aggregate, asked => asked.By);
        _halts =
        [
            .. model
                .Controls.SelectMany(control => Effects(control).Select(ScopeOf).OfType<HaltScope>().Select(scope => (control.Id, scope)))
                .Distinct(),
        ];
    }

    /// <summary>
    /// The points at which the policy has to be asked, in the order of the table of points: rules stand there, or what happens there is
    /// kept for rules elsewhere.
    /// </summary>
    public IEnumerable<string> Points()
    {
        var points = _model
            .Controls.SelectMany(control => control.Placements)
            .Where(placement => placement.Rules.Count > 0)
            .Select(placement => placement.Point)
            .Concat(_model.Aggregates.SelectMany(aggregate => aggregate.Sources).Select(source => source.Point))
            .Concat(_model.Contents.Select(source => source.Point))
            .Concat(_model.Breakers.SelectMany(breaker => breaker.Trips).Select(trip => trip.Point))
            .Concat(
                _model.Charts.Any(chart => chart.Recoveries.Count > 0) || _model.Breakers.Any(breaker => breaker.CloseBy.Count > 0)
                    ? [PointNames.Recovery]
                    : [])
            .ToHashSet(StringComparer.Ordinal);
        return _model
            .Layouts.Select(layout => layout.Point)
            .Where(point => points.Contains(point) && point != Runtime.State.Pace.PaceChange.Point);
    }

    /// <summary>What is read of requests at a point.</summary>
    /// <param name="tool">For a tool, what is read of its requests alone; for null, what is read of all.</param>
    public IEnumerable<FactRead> At(string point, string? tool) =>
        OfRules(point, tool)
            .Concat(OfPast(point, tool))
            .Concat(tool is null ? OfTools(point).Concat(OfWatched(point)).Concat(OfHalts(point)).Concat(OfPrompts(point)) : []);

    // A request that names no declared tool fails as a whole.
    private IEnumerable<FactRead> OfTools(string point) =>
        from layout in _model.Layouts
        where layout.Point == point && layout.Tools.Count > 0
        select new FactRead(["tool"], FactNeed.Always, "the declared tools", Outcome.Block, IsOnTrial: false);

    private IEnumerable<FactRead> OfRules(string point, string? tool) =>
        from control in _model.Controls
        from placement in control.Placements
        where placement.Point == point && (tool is null ? placement.Tools.Count == 0 : placement.Tools.Contains(tool))
        from rule in placement.Rules
        let lists = ListsOf(rule)
        from path in ExpressionTree.All(rule).Select(expression => PathOf(expression, lists)).OfType<List<string>>()
        from read in With(path)
        select Read(read.Path, read.Need, control);

    // What the runtime gives from a fact needs that fact.
    private IEnumerable<(IReadOnlyList<string> Path, FactNeed Need)> With(List<string> path)
    {
        yield return (path, FactNeed.Always);
        switch (path)
        {
            case ["breaker", var name, ..]
                when _model.Breakers.FirstOrDefault(breaker => breaker.Name == name) is { Key.Count: > 0 } breaker:
                yield return ([.. breaker.Key], breaker.ToDefinition().MayBeOfNone ? FactNeed.Reached : FactNeed.Always);
                break;
            case ["run", "followed" or "missing"] when _model.Agents?.Runs.Count > 0:
                yield return (["run", "id"], FactNeed.Always);
                break;
            case ["session", "labels"] when _model.Contents.Count > 0:
                yield return (["session", "id"], FactNeed.Always);
                break;
        }
    }

    private IEnumerable<FactRead> OfPast(string point, string? tool)
    {
        foreach (var (number, aggregate) in _model.Aggregates.Index())
        {
            var reads = aggregate
                .Sources.Where(source => source.Point == point && source.Tool == tool)
                .SelectMany(source => Paths([source.Where, .. source.Keys, source.Value]));
            foreach (var read in reads.SelectMany(path => _asking[number].Select(by => Read(path, FactNeed.Later, by))))
                yield return read;
        }
        foreach (var limit in _model.Limits)
        {
            var draws = limit
                .Draws.Where(draw => draw.Point == point && draw.Tool == tool)
                .SelectMany(draw => Paths([draw.Where, .. draw.Keys, draw.Amount, draw.Value]));
            foreach (var path in draws)
                yield return Read(path, FactNeed.Reached, limit.Control);
        }
        foreach (var source in _model.Contents.Where(source => source.Point == point && source.Tool == tool))
        {
            foreach (var path in Paths([source.Session, source.Where, source.Texts, source.Remembered, source.Recalled]))
            {
                foreach (
                    var control in _model.Controls.Where(control =>
                        Rules(control).SelectMany(ExpressionTree.All).Any(part => part is OriginExpression or CarriesLabelExpression)))
                    yield return Read(path, FactNeed.Later, control);
            }
        }
        foreach (var breaker in _model.Breakers)
        {
            foreach (
                var path in breaker
                    .Trips.Where(trip => trip.Point == point && trip.Tool == tool)
                    .SelectMany(trip => Paths([trip.Condition])))
                yield return Read(path, FactNeed.Later, breaker.Control);
        }
    }

    // What people who bring charts back and close breakers say.
    private IEnumerable<FactRead> OfWatched(string point)
    {
        if (point != PointNames.Recovery)
            yield break;
        IReadOnlyList<string>[] asked = [["recovery", "action"], ["recovery", "id"], ["approver", "kind"], ["approver", "roles"]];
        var charts = _model.Charts.Where(chart => chart.Recoveries.Count > 0).ToList();
        foreach (var path in charts.SelectMany(chart => chart.Recoveries).SelectMany(way => Paths([way.Where])).Concat(asked))
        {
            foreach (var chart in charts)
                yield return Read(path, FactNeed.Reached, chart.Control);
        }
        foreach (var breaker in _model.Breakers.Where(breaker => breaker.CloseBy.Count > 0))
        {
            foreach (var path in breaker.Key.Count == 0 ? asked : [.. asked, ["recovery", "key"]])
                yield return Read(path, FactNeed.Reached, breaker.Control);
        }
    }

    // While some sessions or users are halted, nobody passes who does not say which they are.
    private IEnumerable<FactRead> OfHalts(string point) =>
        from halt in _halts
        where
            HaltedPoint.MustBeKnown(halt.Scope)
            || _controls[halt.Control].Placements.Any(placement => placement.Point == point && halt.Scope != HaltScope.System)
        select new FactRead(
            [halt.Scope.ToString().ToLowerInvariant(), "id"],
            FactNeed.Later,
            halt.Control,
            Outcome.Block,
            IsOnTrial: false);

    // A judge is shown what is there.
    private IEnumerable<FactRead> OfPrompts(string point) =>
        from judge in _model.Judges
        from place in judge.Places
        where place.Point == point
        from part in place.Prompt
        where part.Text is null
        select Read([.. part.Path], FactNeed.Optional, judge.Control);

    private FactRead Read(IReadOnlyList<string> path, FactNeed need, string reader) => _controls.TryGetValue(reader, out var control)
        ? Read(path, need, control)
        : new FactRead(path, need, reader, Outcome.Allow, IsOnTrial: false);

    private FactRead Read(IReadOnlyList<string> path, FactNeed need, ControlModel control)
    {
        var provided = _model.Providers.FirstOrDefault(provider => provider.Fact == path[0])?.OnError ?? [];
        var missing = provided.Append(ErrorPosture.Of(control.OnError)).Max(effect => effect.Outcome);
        return new FactRead(path, need, control.Id, missing, control.Detect is not null);
    }

    private IEnumerable<(int Aggregate, string By)> Asking()
    {
        foreach (var control in _model.Controls)
        {
            foreach (var aggregate in Rules(control).SelectMany(ExpressionTree.All).Select(AskedBy).OfType<int>())
                yield return (aggregate, control.Id);
        }
        foreach (var breaker in _model.Breakers)
        {
            foreach (
                var aggregate in breaker
                    .Trips.SelectMany(trip => ExpressionTree.DescendantsAndSelf(trip.Condition))
                    .Select(AskedBy)
                    .OfType<int>())
                yield return (aggregate, breaker.Control);
        }
        foreach (var run in _model.Agents?.Runs ?? [])
        {
            foreach (var aggregate in run.Aggregates())
                yield return (aggregate, $"the run of {run.Name}");
        }
    }

    private static int? AskedBy(Expression expression) => expression switch
    {
        AggregateExpression asked => asked.Aggregate,
        FollowsExpression follows => follows.Aggregate,
        _ => null,
    };

    private static IEnumerable<List<string>> Paths(IEnumerable<Expression?> expressions) =>
        expressions
            .OfType<Expression>()
            .SelectMany(ExpressionTree.DescendantsAndSelf)
            .OfType<PathExpression>()
            .Select(path => path.Path.ToList());

    private static IEnumerable<RuleModel> Rules(ControlModel control) => control.Placements.SelectMany(placement => placement.Rules);

    private static IEnumerable<EffectModel> Effects(ControlModel control) =>
        Rules(control).SelectMany(rule => rule.Effects).Append(control.OnError);

    private static HaltScope? ScopeOf(EffectModel effect) => effect switch
    {
        HaltEffectModel halt => halt.Scope,
        FixedEffectModel { Effect: HaltEffect halt } => halt.Scope,
        _ => null,
    };

    // The list that each variable of a rule goes through.
    private static Dictionary<int, List<string>> ListsOf(RuleModel rule)
    {
        var lists = new Dictionary<int, List<string>>();
        foreach (var quantifier in ExpressionTree.All(rule).OfType<QuantifierExpression>())
        {
            if (PathOf(quantifier.List, lists) is { } list)
                lists[quantifier.Variable] = list;
        }
        foreach (var drop in rule.Effects.OfType<DropEffectModel>())
            lists[drop.Variable] = [.. drop.List.Path];
        return lists;
    }

    private static List<string>? PathOf(Expression expression, Dictionary<int, List<string>> lists) => expression switch
    {
        PathExpression path => [.. path.Path],
        ItemExpression item when lists.TryGetValue(item.Variable, out var list) => [.. list, .. item.Path],
        _ => null,
    };
}
