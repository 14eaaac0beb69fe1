using AirsPolicy.Language.Evaluation.Explanations;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Evaluation.Coverage;

/// <summary>
/// Counts what is evaluated by where it is written, so that a rule that stands at several points counts once. One thread at a time.
/// </summary>
internal sealed class CoverageRecorder : IEvaluationListener
{
    private readonly Dictionary<SourcePlace, (int Held, int HeldNot)> _conditions = [];
    private readonly Dictionary<(string Control, int Ordinal), (int Asked, int Matched)> _rules = [];
    private readonly HashSet<SourcePlace> _places = [];

    /// <summary>What several have seen, taken together.</summary>
    public static CoverageRecorder Joined(IEnumerable<CoverageRecorder> recorders)
    {
        var joined = new CoverageRecorder();
        foreach (var recorder in recorders)
        {
            foreach (var (place, (held, heldNot)) in recorder._conditions)
            {
                var (soFar, soFarNot) = joined.OfCondition(place);
                joined._conditions[place] = (soFar + held, soFarNot + heldNot);
            }
            foreach (var (rule, (asked, matched)) in recorder._rules)
            {
                var (soFar, soMany) = joined._rules.GetValueOrDefault(rule);
                joined._rules[rule] = (soFar + asked, soMany + matched);
            }
        }
        return joined;
    }

    /// <summary>How often a condition has held, and not.</summary>
    public (int Held, int HeldNot) OfCondition(SourcePlace place) => _conditions.GetValueOrDefault(place);

    /// <summary>How often a rule was asked, and has matched.</summary>
    public (int Asked, int Matched) OfRule(string control, int ordinal) => _rules.GetValueOrDefault((control, ordinal));

    /// <summary>A rule was asked.</summary>
    public void Asked(ControlModel control, RuleModel rule, MatchedRule? result)
    {
        var (asked, matched) = OfRule(control.Id, rule.Ordinal);
        _rules[(control.Id, rule.Ordinal)] = (asked + 1, matched + (result is { Failure: null } ? 1 : 0));
        _places.Add(rule.Place);
    }

    /// <inheritdoc/>
    public void Enter(Expression expression)
    {
    }

    /// <inheritdoc/>
    public void Note(LimitReading limit)
    {
    }

    /// <inheritdoc/>
    public void Leave(Expression expression, Value value)
    {
        _places.Add(expression.Place);
        if (value is not BoolValue truth)
            return;
        var (held, heldNot) = OfCondition(expression.Place);
        _conditions[expression.Place] = truth.Truth ? (held + 1, heldNot) : (held, heldNot + 1);
    }

    /// <summary>Where what was evaluated since the last call is written.</summary>
    public HashSet<SourcePlace> TakePlaces()
    {
        var taken = new HashSet<SourcePlace>(_places);
        _places.Clear();
        return taken;
    }
}
