using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Reasoning.Formulas;
using AirsPolicy.Language.Reasoning.Solving;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Reasoning.Rules;

/// <summary>
/// What can be said of one condition for all requests. What was worked in from parameters, tiers and tools is taken for anything: that a
/// policy is set so is no fault of a rule.
/// </summary>
internal sealed class ConditionReasoning
{
    private const int MaxChoices = 400;
    private const int MostParts = 40;

    private readonly FormulaBuilder _builder;
    private readonly Solver _solver;
    private readonly Expression _condition;
    private readonly Formula _formula;
    private readonly Lazy<IReadOnlyList<Expression>?> _conflict;

    private readonly LeftOut _leftOut;

    /// <param name="leftOut">Counts what was not told within the bounds.</param>
    public ConditionReasoning(PolicyModel model, Expression condition, LeftOut leftOut)
    {
        _leftOut = leftOut;
        _builder = new FormulaBuilder(model, isSettled: false);
        _condition = condition;
        _formula = _builder.Of(condition);
        _solver = new Solver(_builder, MaxChoices);
        _conflict = new Lazy<IReadOnlyList<Expression>?>(FindConflict, LazyThreadSafetyMode.None);
    }

    /// <summary>The least parts between <c>and</c>s of a condition that no request meets together; null where some request may.</summary>
    public IReadOnlyList<Expression>? Conflict => _conflict.Value;

    private IReadOnlyList<Expression>? FindConflict()
    {
        if (!IsImpossible(_formula))
            return null;
        var parts = Conjuncts(_condition).ToList();
        return Least(parts, kept => IsImpossible([.. kept.Select(_builder.Of)]));
    }

    /// <summary>The first part that is always true, or always false, where it is asked; null where each can be both.</summary>
    public ConstantPart? Constant()
    {
        var parts = new List<(Expression Part, List<(Expression Source, Formula Formula)> Before)>();
        Collect(_condition, [], parts);
        if (parts.Count > MostParts)
        {
            _leftOut.Add(LeftOutKind.Condition, _condition.Place);
            return null;
        }
        foreach (var (part, before) in parts)
        {
            if (IsConfigured(part))
                continue;
            var formula = _builder.Of(part);
            if (IsImpossible([.. before.Select(asked => asked.Formula), formula]))
                return new ConstantPart(part, IsTrue: false, Because(before, formula));
            if (IsImpossible([.. before.Select(asked => asked.Formula), formula.Negated()]))
                return new ConstantPart(part, IsTrue: true, Because(before, formula.Negated()));
        }
        return null;
    }

    private bool IsImpossible(params IEnumerable<Formula> formulas)
    {
        if (_solver.Ask(formulas).IsImpossible)
            return true;
        if (_solver.IsCut)
            _leftOut.Add(LeftOutKind.Condition, _condition.Place);
        return false;
    }

    private List<Expression> Because(List<(Expression Source, Formula Formula)> before, Formula excluded) =>
        [.. Least(before, kept => IsImpossible([.. kept.Select(asked => asked.Formula), excluded])).Select(asked => asked.Source)];

    // Taken out one after the other as long as what is left will do.
    private static List<T> Least<T>(List<T> parts, Func<IEnumerable<T>, bool> isEnough)
    {
        var least = new List<T>(parts);
        foreach (var part in parts)
        {
            var without = least.Where(kept => !ReferenceEquals(kept, part) && !Equals(kept, part)).ToList();
            if (without.Count < least.Count && isEnough(without))
                least = without;
        }
        return least;
    }

    // A part of a conjunction is asked where those before it hold, and one of a disjunction where they do not.
    private void Collect(Expression condition, List<(Expression, Formula)> before, List<(Expression, List<(Expression, Formula)>)> parts)
    {
        switch (condition)
        {
            case NotExpression not:
                Collect(not.Operand, before, parts);
                break;
            case LogicalExpression logical:
                var here = new List<(Expression, Formula)>(before);
                foreach (var operand in Operands(logical))
                {
                    Collect(operand, here, parts);
                    var formula = _builder.Of(operand);
                    here.Add((operand, logical.Operator == LogicalOperator.And ? formula : formula.Negated()));
                }
                break;
            default:
                parts.Add((condition, [.. before]));
                break;
        }
    }

    private static List<Expression> Operands(LogicalExpression logical)
    {
        var operands = new List<Expression>();
        Expression rest = logical;
        while (rest is LogicalExpression same && same.Operator == logical.Operator)
        {
            operands.Add(same.Right);
            rest = same.Left;
        }
        operands.Add(rest);
        operands.Reverse();
        return operands;
    }

    // Whether something may be absent is asked for the reading of it; what hangs on the tool hangs on which are declared.
    private static bool IsConfigured(Expression part) =>
        part is HasExpression
        || ExpressionTree
            .DescendantsAndSelf(part)
            .Any(read => read is PathExpression { Shape: EnumShape { Name: "tool" } } || read.Shape == FactShapes.ToolClass)
        || !ExpressionTree.DescendantsAndSelf(part).Any(read => read is PathExpression or ItemExpression or AggregateExpression);

    private static IEnumerable<Expression> Conjuncts(Expression condition) =>
        condition is LogicalExpression { Operator: LogicalOperator.And } and ? Operands(and).SelectMany(Conjuncts) : [condition];
}
