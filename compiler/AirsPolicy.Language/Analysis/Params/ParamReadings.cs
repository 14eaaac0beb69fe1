using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Text.Detectors;

namespace AirsPolicy.Language.Analysis.Params;

/// <summary>
/// What greater values do where a policy uses parameters. It hears every expression that decides something; of what it has not heard
/// nothing can be told.
/// </summary>
internal sealed class ParamReadings
{
    private readonly Dictionary<SourcePlace, HashSet<ParamReading>> _constants;
    private readonly Dictionary<string, HashSet<ParamReading>> _detectors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DetectorDefinition> _definitions;
    private readonly Dictionary<string, bool> _weighed;

    /// <param name="model">The policy.</param>
    /// <param name="uses">
    /// What will be asked about. Most constants of a policy are no parameters, and most detectors have no weight that is one.
    /// </param>
    public ParamReadings(PolicyModel model, IEnumerable<ParamUseModel> uses)
    {
        var asked = uses.ToList();
        _constants = asked
            .Where(use => use.Role == ParamRole.InExpression)
            .DistinctBy(use => use.Place)
            .ToDictionary(use => use.Place, _ => new HashSet<ParamReading>());
        _weighed = asked
            .Where(use => use.Role == ParamRole.Weight)
            .Select(use => use.Detector!)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(detector => detector, _ => true, StringComparer.Ordinal);
        _definitions = model
            .Detectors.Concat(model.Audit?.Detectors ?? [])
            .DistinctBy(detector => detector.Name)
            .ToDictionary(detector => detector.Name, StringComparer.Ordinal);
        var walk = new PolarityWalk(model, Hear, _weighed.Count > 0 ? Hear : null);
        foreach (var rule in model.Controls.SelectMany(control => control.Placements).SelectMany(placement => placement.Rules))
        {
            walk.Rule(rule);
            // What is hidden hangs on where something was found, and not on what it weighs.
            foreach (var redact in rule.Effects.OfType<RedactEffectModel>())
                Hear(redact.Detector, []);
        }
        foreach (var mask in model.Audit?.Rules.Masks ?? [])
            Hear(mask, []);
        foreach (var trip in model.Breakers.SelectMany(breaker => breaker.Trips))
            walk.Condition(trip.Condition, Direction.Raises);
        // A chart that people may bring back lets more through.
        foreach (var where in model.Charts.SelectMany(chart => chart.Recoveries).Select(recovery => recovery.Where).OfType<Expression>())
            walk.Condition(where, Direction.Lowers);
        // What is made of a goal that is not reached is for rules to say, one way or the other.
        foreach (var aggregate in (model.Agents?.Runs ?? []).SelectMany(run => run.Aggregates()))
            walk.Aggregate(aggregate, Direction.Unknown);
    }

    /// <summary>What a greater value does at one use.</summary>
    public IEnumerable<ParamReading> Of(ParamUseModel use) => use.Role switch
    {
        ParamRole.GreaterIsStricter => [new ParamReading(use.Place, Direction.Raises)],
        ParamRole.LessIsStricter => [new ParamReading(use.Place, Direction.Lowers)],
        ParamRole.Weight => OfWeight(use),
        ParamRole.InExpression when _constants[use.Place] is { Count: > 0 } heard => heard,
        _ => [new ParamReading(use.Place, Direction.Unknown)],
    };

    // A detector that nothing in force uses decides nothing.
    private IEnumerable<ParamReading> OfWeight(ParamUseModel use) =>
        _detectors.TryGetValue(use.Detector!, out var heard) ? heard
        : _definitions.ContainsKey(use.Detector!) ? [new ParamReading(use.Place, Direction.Unknown)]
        : [];

    private void Hear(ConstantExpression constant, Direction direction)
    {
        if (_constants.TryGetValue(constant.Place, out var heard))
            heard.Add(new ParamReading(constant.Place, direction));
    }

    private bool Hear(Expression read, Direction direction)
    {
        if (read is DetectorExpression asked && IsWeighed(asked.Detector))
            Hear(
                asked.Detector,
                asked.Question is DetectorQuestion.Found or DetectorQuestion.Score ? [new ParamReading(asked.Place, direction)] : []);
        return false;
    }

    // Whether a weight that somebody may set is among those of a detector and its parts.
    private bool IsWeighed(string detector)
    {
        if (_weighed.TryGetValue(detector, out var known))
            return known;
        _weighed.Add(detector, false);
        return _weighed[detector] =
            _definitions.TryGetValue(detector, out var definition)
            && definition
                .Items.Concat(definition.Exceptions)
                .Any(item => item.Kind == DetectorItemKind.Detector && IsWeighed(item.Content));
    }

    // The score of a detector is made of those of its parts; of its exceptions only the places count.
    private void Hear(string detector, IReadOnlyCollection<ParamReading> readings)
    {
        if (!IsWeighed(detector))
            return;
        var first = _detectors.TryAdd(detector, []);
        var more = readings.Where(_detectors[detector].Add).ToList();
        if ((!first && more.Count == 0) || !_definitions.TryGetValue(detector, out var definition))
            return;
        foreach (var item in definition.Items.Where(item => item.Kind == DetectorItemKind.Detector))
            Hear(item.Content, more);
        foreach (var item in definition.Exceptions.Where(item => item.Kind == DetectorItemKind.Detector))
            Hear(item.Content, []);
    }
}
