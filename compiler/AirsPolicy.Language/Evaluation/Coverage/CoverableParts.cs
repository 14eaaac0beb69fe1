using AirsPolicy.Language.Evaluation.Explanations;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Evaluation.Coverage;

/// <summary>What of a policy is written in the files of one package, so that tests can cover it.</summary>
internal sealed class CoverableParts(PolicyModel model, string package)
{
    private readonly SourceTexts _sources = new(model.Sources);

    /// <summary>Whether something is written in the package's own files.</summary>
    public bool IsOwn(SourcePlace place) =>
        place.File.Length > package.Length && place.File[package.Length] == '/' && place.File.StartsWith(package, StringComparison.Ordinal);

    /// <summary>The package's own controls that have rules.</summary>
    public IEnumerable<ControlModel> Controls() => model.Controls.Where(control => IsOwn(control.Place) && Rules(control).Any());

    /// <summary>
    /// The rules of a control, each with all its forms at the points where it stands. What an agent or tool refuses by its declaration
    /// alone is no rule that anybody wrote.
    /// </summary>
    public IEnumerable<IGrouping<int, RuleModel>> Rules(ControlModel control) =>
        control
            .Placements.SelectMany(placement => placement.Rules)
            .Where(rule =>
                IsOwn(rule.Place) && !IsName(rule.Place) && (rule.Refusal is null || rule.Refusal.Kind == RefusalKind.LimitReached))
            .GroupBy(rule => rule.Ordinal)
            .OrderBy(rules => rules.Key);

    // It stands at the name of the declaration.
    private bool IsName(SourcePlace place)
    {
        foreach (var c in _sources.At(place))
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '*'))
                return false;
        }
        return true;
    }

    /// <summary>The conditions of a rule that join no others, and those of the past events that it counts.</summary>
    public IEnumerable<Expression> Conditions(RuleModel rule) => Conditions(ExpressionTree.All(rule));

    /// <summary>Those among the parts of an expression.</summary>
    public IEnumerable<Expression> Conditions(IEnumerable<Expression> expressions)
    {
        foreach (var part in expressions)
        {
            if (IsCondition(part) && IsOwn(part.Place))
                yield return part;
            if (part is not AggregateExpression asked)
                continue;
            foreach (
                var counted in model
                    .Aggregates[asked.Aggregate]
                    .Sources.Where(source => source.Where is not null)
                    .SelectMany(source => ExpressionTree.DescendantsAndSelf(source.Where!)))
            {
                if (IsCondition(counted) && IsOwn(counted.Place))
                    yield return counted;
            }
        }
    }

    // A bool that is a fact is read by what names it: 'x ?? false' is one condition.
    private static bool IsCondition(Expression expression) =>
        expression.Shape is BoolShape
        && expression
            is not (
                ConstantExpression
                or LogicalExpression
                or NotExpression
                or NamedExpression
                or CoalesceExpression { Optional: not PathExpression and not ItemExpression });
}
