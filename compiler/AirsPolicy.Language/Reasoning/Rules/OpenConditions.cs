using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Reasoning.Terms;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.State;
using AirsPolicy.Text.Scores;

namespace AirsPolicy.Language.Reasoning.Rules;

/// <summary>
/// Conditions of which there is nothing to find out: each part speaks of something of its own, and is seen at once to be true of one value
/// of it and false of another. Then any truth of the parts can be met together, so that no part is settled by what it asks for or by the
/// others. Cheap, so that few conditions are left to reason about.
/// </summary>
internal sealed class OpenConditions(PolicyModel model)
{
    private readonly HashSet<string> _terms = new(StringComparer.Ordinal);
    private readonly Stack<Expression> _pending = new();
    private readonly Dictionary<string, bool> _detectors = new(StringComparer.Ordinal);
    private readonly DetectorScores _scores = new(model.Detectors);

    /// <summary>Whether that is so. False where it is not told.</summary>
    public bool Contains(Expression condition)
    {
        _terms.Clear();
        _pending.Clear();
        _pending.Push(condition);
        while (_pending.TryPop(out var part))
        {
            switch (part)
            {
                case NamedExpression named:
                    _pending.Push(named.Body);
                    break;
                case NotExpression not:
                    _pending.Push(not.Operand);
                    break;
                case LogicalExpression logical:
                    _pending.Push(logical.Left);
                    _pending.Push(logical.Right);
                    break;
                // What is spoken of twice can settle itself.
                default:
                    if (Read(part) is not { } open || !_terms.Add(open.Term))
                        return false;
                    break;
            }
        }
        return true;
    }

    /// <summary>
    /// What a part of a condition speaks of and asks of it, where it can be both true and false; null where that is not told.
    /// </summary>
    public OpenPart? Read(Expression part) =>
        part switch
        {
            PathExpression { Shape: BoolShape } truth => new OpenPart(NameOf(truth)),
            CompareExpression compare => OfComparison(compare.Operator, Unnamed(compare.Left), Unnamed(compare.Right)),
            TextTestExpression { Part: ConstantExpression { Value: string { Length: > 0 } } } test => Named(OfText(Unnamed(test.Text))),
            MembershipExpression { List: ListExpression list } membership => Named(OfChoice(Unnamed(membership.Item), list)),
            MembershipExpression { List: PathExpression { Shape: ListShape { MaxItems: not 0 } } list } membership => new OpenPart(
                NameOf(list))
            {
                Element =
                    list.Shape is ListShape { MinItems: 0 } && Unnamed(membership.Item) is ConstantExpression constant
                        ? constant.Value
                        : null,
            },
            QuantifierExpression { Kind: not QuantifierKind.Count, List: PathExpression { Shape: ListShape { MaxItems: not 0 } } list } =>
                new OpenPart(NameOf(list)),
            DetectorExpression { Question: DetectorQuestion.Found } detector when CanBeFoundAndNot(detector.Detector) => new OpenPart(
                NameOf(detector)),
            _ => null,
        };

    private static OpenPart? Named(string? term) => term is null ? null : new OpenPart(term);

    private OpenPart? OfComparison(CompareOperator comparison, Expression left, Expression right)
    {
        if (left is PathExpression { Shape: TextShape })
            return comparison is CompareOperator.Equal or CompareOperator.NotEqual && right is ConstantExpression { Value: string }
                ? Named(OfText(left))
                : null;
        if (Known(right) is { } bound)
            return OfNumber(comparison, left, bound);
        return Known(left) is { } other ? OfNumber(Turned(comparison), right, other) : null;
    }

    private OpenPart? OfNumber(CompareOperator comparison, Expression value, decimal bound) =>
        RangeOf(value) is { } range && IsOpen(comparison, range, bound)
            ? new OpenPart(NameOf(value)) { Number = NumberTest.Of(comparison, bound, range.Values, range.IsWhole) }
            : null;

    private string? OfChoice(Expression item, ListExpression list)
    {
        if (item is PathExpression { Shape: TextShape })
            return list.Items.Count > 0 && list.Items.All(known => known is ConstantExpression { Value: string }) ? OfText(item) : null;
        if (RangeOf(item) is not ({ Low: var low, High: var high }, IsWhole: true) || !list.Items.All(known => Known(known) is not null))
            return null;
        var chosen = list
            .Items.Select(known => Known(known)!.Value)
            .Where(known => known == decimal.Floor(known) && (low is null || low <= known) && (high is null || known <= high))
            .Distinct()
            .Count();
        return chosen > 0 && (low is null || high is null || chosen < high - low + 1) ? NameOf(item) : null;
    }

    private static string? OfText(Expression text) =>
        text is PathExpression { Shape: TextShape { MinLength: 0, MaxLength: null } } path ? NameOf(path) : null;

    // A number that hangs on the request; null for anything that is not taken for one here. Of what is not whole the bounds themselves are
    // left to the solver.
    private Range? RangeOf(Expression value) => value switch
    {
        PathExpression { Shape: DecimalShape or MoneyShape } => new Range(NumberTable.OfShape(value.Shape), IsWhole: false),
        PathExpression { Shape: IntShape or ShareShape or EnumShape or SizeShape or DateShape or InstantShape or DurationShape } => new Range(NumberTable.OfShape(value.Shape), IsWhole: true),
        CallExpression { Function: var function, Arguments: [var of] } when IsLength(function) => Unnamed(of) switch
        {
            PathExpression { Shape: TextShape text } => new Range(new Interval(text.MinLength, false, text.MaxLength, false), IsWhole: true),
            PathExpression { Shape: ListShape list } => new Range(new Interval(list.MinItems, false, list.MaxItems, false), IsWhole: true),
            _ => null,
        },
        AggregateExpression { Shape: IntShape } asked => new Range(model.Aggregates[asked.Aggregate].Kind is AggregateKind.Count or AggregateKind.Distinct ? Interval.AtLeast(0) : Interval.All, IsWhole: true),
        AggregateExpression { Shape: DecimalShape or MoneyShape } => new Range(Interval.All, IsWhole: false),
        DetectorExpression { Question: DetectorQuestion.Count } => new Range(Interval.AtLeast(0), IsWhole: true),
        _ => null,
    };

    private static bool IsOpen(CompareOperator comparison, Range range, decimal bound)
    {
        var ((low, _, high, _), isWhole) = range;
        if (!isWhole)
            return (low is null || low < bound) && (high is null || bound < high);
        // A bound between two whole numbers is left to the solver.
        return bound == decimal.Floor(bound)
            && comparison switch
            {
                CompareOperator.Equal or CompareOperator.NotEqual => (low is null || low <= bound)
                    && (high is null || bound <= high)
                    && (low is null || low != high),
                CompareOperator.Less or CompareOperator.GreaterOrEqual => (low is null || low < bound) && (high is null || bound <= high),
                _ => (low is null || low <= bound) && (high is null || bound < high),
            };
    }

    private static decimal? Known(Expression value) =>
        value switch
        {
            NamedExpression named => Known(named.Body),
            ConstantExpression { Value: long number } => number,
            ConstantExpression { Value: decimal number } => number,
            ArithmeticExpression { Kind: ArithmeticKind.IntAdd } sum when Known(sum.Left) is { } left && Known(sum.Right) is { } right =>
                left + right,
            ArithmeticExpression { Kind: ArithmeticKind.IntSubtract } difference
                when Known(difference.Left) is { } left && Known(difference.Right) is { } right => left - right,
            _ => null,
        };

    private bool CanBeFoundAndNot(string name)
    {
        if (!_detectors.TryGetValue(name, out var can))
            _detectors.Add(
                name,
                can =
                    model.Detectors.FirstOrDefault(detector => detector.Name == name) is not { FoundAt: { } least }
                    || (
                        _scores.Of(name) is { } scores
                            ? least <= 0 || (scores[0] < least && scores[^1] >= least)
                            : least <= Millionths.Whole));
        return can;
    }

    private static string NameOf(Expression term) => term switch
    {
        PathExpression { Path: [var only] } => only,
        PathExpression path => string.Join('.', path.Path),
        DetectorExpression detector => $"{detector.Detector}()",
        AggregateExpression aggregate => $"#{aggregate.Aggregate}",
        CallExpression call => NameOf(Unnamed(call.Arguments[0])),
        _ => throw new System.Diagnostics.UnreachableException(term.ToString()),
    };

    private static bool IsLength(string function) => function == "length" || function.StartsWith("length.", StringComparison.Ordinal);

    private static Expression Unnamed(Expression expression) => expression is NamedExpression named ? Unnamed(named.Body) : expression;

    private static CompareOperator Turned(CompareOperator comparison) => comparison switch
    {
        CompareOperator.Less => CompareOperator.Greater,
        CompareOperator.LessOrEqual => CompareOperator.GreaterOrEqual,
        CompareOperator.Greater => CompareOperator.Less,
        CompareOperator.GreaterOrEqual => CompareOperator.LessOrEqual,
        _ => comparison,
    };

    private readonly record struct Range(Interval Values, bool IsWhole);
}
