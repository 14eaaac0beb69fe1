using AirsPolicy.Collections;
using AirsPolicy.Compiler.Planning.Past;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Origins;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Compiler.Planning;

/// <summary>Collects which controls and rules stand somewhere.</summary>
/// <param name="holdsRuns">Runs are held to something, so that how far one has come is what happened before.</param>
internal sealed class PlacementCollector(bool holdsRuns)
{
    private readonly SortedSet<int> _controls = [];
    private readonly SortedSet<int> _rules = [];
    private bool _asksPast;

    /// <summary>The table, with where the code begins.</summary>
    public PlacementTable Table(int entry) => new(entry, _controls.ToValueList(), _rules.ToValueList(), _asksPast);

    public void AddControl(int control) => _controls.Add(control);

    /// <summary>Adds a rule, and notes whether it asks what happened before.</summary>
    public void AddRule(int number, RuleModel rule)
    {
        _rules.Add(number);
        _asksPast |= ExpressionTree
            .All(rule)
            .Any(part =>
                part
                    is AggregateExpression
                        or LimitPassedExpression
                        or HeldForExpression
                        or OriginExpression
                        or CarriesLabelExpression
                        or FollowsExpression
                || LabelModel.IsRead(part)
                || (holdsRuns && RunPlanner.Asks(part)));
    }
}
