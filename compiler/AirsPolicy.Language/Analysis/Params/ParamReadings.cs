using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Text.Detectors;

namespace AirsPolicy.Language.Analysis.Params;

/// <summary>What greater values do wherever a policy holds them. It hears every expression that decides something; of what it has not heard nothing can be told.</summary>
internal sealed class ParamReadings
{
    private readonly Dictionary<SourcePlace, HashSet<Direction>> _constants = [];
    private readonly Dictionary<string, HashSet<ParamReading>> _detectors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DetectorDefinition> _definitions;

    public ParamReadings(PolicyModel model)
    {
        _definitions = model.Detectors.Concat(model.Audit?.Detectors ?? []).DistinctBy(detector => detector.Name).ToDictionary(detector => detector.Name, StringComparer.Ordinal);
        var walk = new PolarityWalk(model, Hear, Hear);
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
        ParamRole.InExpression when _constants.TryGetValue(use.Place, out var heard) => heard.Select(direction => new ParamReading(use.Place, direction)),
        _ => [new ParamReading(use.Place, Direction.Unknown)],
    };

    // A detector that nothing in force uses decides nothing.
    private IEnumerable<ParamReading> OfWeight(ParamUseModel use) =>
        _detectors.TryGetValue(use.Detector!, out var heard) ? heard
        : _definitions.ContainsKey(use.Detector!) ? [new ParamReading(use.Place, Direction.Unknown)]
        : [];

    private void Hear(ConstantExpression constant, Direction direction)
    {
        if (!_constants.TryGetValue(constant.Place, out var heard))
            _constants.Add(constant.Place, heard = []);
        heard.Add(direction);
    }

    private bool Hear(Expression read, Direction direction)
    {
        if (read is DetectorExpression asked)
            Hear(asked.Detector, asked.Question is DetectorQuestion.Found or DetectorQuestion.Score ? [new ParamReading(asked.Place, direction)] : []);
        return false;
    }

    // The score of a detector is made of those of its parts; of its exceptions only the places count.
    private void Hear(string detector, IReadOnlyCollection<ParamReading> readings)
    {
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
