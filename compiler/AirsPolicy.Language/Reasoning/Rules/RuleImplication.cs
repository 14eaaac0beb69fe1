using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Reasoning.Formulas;
using AirsPolicy.Language.Reasoning.Solving;
using AirsPolicy.Language.Reasoning.Terms;

namespace AirsPolicy.Language.Reasoning.Rules;

/// <summary>Whether one rule fires wherever another does.</summary>
/// <param name="model">The policy.</param>
/// <param name="leftOut">Counts what was not told within the bounds.</param>
internal sealed class RuleImplication(PolicyModel model, LeftOut leftOut)
{
    private const int MaxChoices = 300;
    private const int MaxQuestions = 1_500;

    private readonly TermKeys _keys = new();
    private readonly Dictionary<RuleModel, HashSet<string>> _reads = new(ReferenceEqualityComparer.Instance);
    private int _questions;

    /// <summary>
    /// Whether a rule fires wherever another does: its condition follows, and it reads nothing that the other does not, so that nothing
    /// keeps it from being evaluated there. False as well where that is not told,
    /// and once more has been asked than the bound allows.
    /// </summary>
    public bool Holds(RuleModel narrow, RuleModel wide)
    {
        if (wide.Condition is null)
            return wide.Effects.All(effect => effect is Model.Effects.FixedEffectModel);
        if (narrow.Condition is null || !ReadsOf(wide).IsSubsetOf(ReadsOf(narrow)))
            return false;
        if (_questions == MaxQuestions)
            return Unknown();
        _questions++;
        var builder = new FormulaBuilder(model, isSettled: false);
        var solver = new Solver(builder, MaxChoices);
        var (one, other) = (builder.Of(narrow.Condition), builder.Of(wide.Condition));
        return solver.Ask(one, other.Negated()).IsImpossible || (solver.IsCut && Unknown());
    }

    private bool Unknown()
    {
        leftOut.Add(LeftOutKind.Comparison);
        return false;
    }

    // What can fail in a rule: the reading of a fact, and everything that is worked out.
    private HashSet<string> ReadsOf(RuleModel rule)
    {
        if (!_reads.TryGetValue(rule, out var reads))
        {
            _reads.Add(
                rule,
                reads = ExpressionTree
                    .All(rule)
                    .Where(part =>
                        part
                            is PathExpression
                                or DetectorExpression
                                or AggregateExpression
                                or ArithmeticExpression
                                or CallExpression
                                or QuantifierExpression
                                or LimitPassedExpression
                                or OriginExpression)
                    .Select(Key)
                    .ToHashSet(StringComparer.Ordinal));
        }
        return reads;
    }

    // What a detector is asked is one thing, whichever of its answers is wanted.
    private string Key(Expression read) =>
        read is DetectorExpression detector ? $"{detector.Detector} of {_keys.Of(detector.Argument)}" : _keys.Of(read);
}
