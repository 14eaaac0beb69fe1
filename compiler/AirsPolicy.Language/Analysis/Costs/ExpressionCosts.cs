using System.Collections.Frozen;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Analysis.Costs;

/// <summary>What the evaluation of an expression costs at most at one point. Every kind has its line, and a test sees to it: what is not known to cost something would cost nothing.</summary>
/// <param name="model">The policy.</param>
/// <param name="detectors">What its detectors cost.</param>
/// <param name="point">The decision point.</param>
internal sealed class ExpressionCosts(PolicyModel model, DetectorCosts detectors, string point)
{
    private static readonly FrozenDictionary<Type, Func<ExpressionCosts, Expression, Cost>> s_beside = new Dictionary<Type, Func<ExpressionCosts, Expression, Cost>>
    {
        [typeof(ConstantExpression)] = Nothing,
        [typeof(PathExpression)] = Nothing,
        [typeof(ItemExpression)] = Nothing,
        [typeof(HasExpression)] = Nothing,
        [typeof(CoalesceExpression)] = Nothing,
        [typeof(NotExpression)] = Nothing,
        [typeof(LogicalExpression)] = Nothing,
        [typeof(ArithmeticExpression)] = Nothing,
        [typeof(NegateExpression)] = Nothing,
        [typeof(ConvertExpression)] = Nothing,
        [typeof(TableExpression)] = Nothing,
        [typeof(NamedExpression)] = Nothing,
        [typeof(ListExpression)] = Nothing,
        [typeof(EventOutcomeExpression)] = Nothing,
        [typeof(CompareExpression)] = static (_, e) => e is CompareExpression compare ? Cost.Text(Math.Min(LongestText.Of(compare.Left), LongestText.Of(compare.Right))) : default,
        [typeof(MembershipExpression)] = static (_, e) => e is MembershipExpression { List: var list } ? new Cost(MostItems(list), LongestText.Of(list), 0) : default,
        [typeof(TextTestExpression)] = static (_, e) => e is TextTestExpression test ? Cost.Text(LongestText.Of(test.Test == TextTest.Contains ? test.Text : test.Part)) : default,
        [typeof(MatchesExpression)] = static (_, e) => e is MatchesExpression matches ? Cost.Text(LongestText.Of(matches.Text)) : default,
        [typeof(QuantifierExpression)] = static (costs, e) => e is QuantifierExpression quantifier ? costs.OfItems(quantifier.List, quantifier.Body) : default,
        [typeof(DetectorExpression)] = static (costs, e) => e is DetectorExpression asked ? costs.OfDetector(asked.Detector, asked.Argument) : default,
        [typeof(CallExpression)] = static (_, e) => e is CallExpression call ? Cost.Text(call.Arguments.Sum(LongestText.Of)) : default,
        [typeof(ConcatExpression)] = static (_, e) => Cost.Text(LongestText.Of(e)),
        [typeof(AggregateExpression)] = static (_, _) => Cost.LookUp,
        [typeof(FollowsExpression)] = static (_, _) => Cost.LookUp,
        [typeof(HeldForExpression)] = static (_, _) => Cost.LookUp,
        [typeof(LimitPassedExpression)] = static (costs, e) => Cost.LookUp + (e is LimitPassedExpression passed ? costs.OfDraws(passed.Limit) : default),
        [typeof(OriginExpression)] = static (_, e) => Cost.LookUp + (e is OriginExpression origin ? Cost.Text(LongestText.Of(origin.Value) + LongestText.Of(origin.Session)) : default),
        [typeof(CarriesLabelExpression)] = static (_, e) => Cost.LookUp + (e is CarriesLabelExpression carries ? Cost.Text(LongestText.Of(carries.Session)) : default),
    }.ToFrozenDictionary();

    /// <summary>The kinds of expression of which it is known what they cost.</summary>
    public static IEnumerable<Type> Kinds => s_beside.Keys;

    /// <summary>An expression with all its parts, whichever of them is evaluated in the end.</summary>
    public Cost Of(Expression? expression)
    {
        if (expression is null)
            return Cost.None;
        var cost = Cost.Step + s_beside[expression.GetType()](this, expression);
        // The body of a quantifier is evaluated for each item, and has been counted so.
        foreach (var part in expression is QuantifierExpression quantifier ? [quantifier.List] : ExpressionTree.Children(expression))
            cost += Of(part);
        return cost;
    }

    /// <summary>Each item of a list. What is looked at is bounded however lists are nested, and what would go beyond fails the rule.</summary>
    public Cost OfItems(Expression list, Expression body)
    {
        var (items, each) = (MostItems(list), Of(body));
        var most = Cost.Product(FactLimits.MaxSteps, 1 + ExpressionTree.DescendantsAndSelf(body).LongCount());
        var all = (Cost.Step + each).Times(items);
        return all with { Steps = Math.Min(all.Steps, most) };
    }

    /// <summary>What a detector says of a value.</summary>
    public Cost OfDetector(string detector, Expression value) => Cost.Text(Cost.Product(LongestText.Of(value), detectors.PassesOf(detector)));

    private Cost OfDraws(int limit) => model.Limits[limit].Draws.Where(draw => draw.Point == point)
        .Select(draw => draw.Keys.Append(draw.Where).Append(draw.Amount).Append(draw.Value).Aggregate(Cost.None, (sum, part) => sum + Of(part)))
        .Aggregate(Cost.None, (sum, draw) => sum + draw);

    private static long MostItems(Expression list) => list switch
    {
        NamedExpression named => MostItems(named.Body),
        ListExpression written => written.Items.Count,
        CoalesceExpression coalesce => Math.Max(MostItems(coalesce.Optional), MostItems(coalesce.Default)),
        // Matches of a detector: each has at least a character.
        DetectorExpression asked => LongestText.Of(asked.Argument),
        { Shape: ListShape shape } => shape.MaxItems,
        { Shape: RestrictedShape { Inner: ListShape shape } } => shape.MaxItems,
        _ => ListShape.Cap,
    };

    private static Cost Nothing(ExpressionCosts costs, Expression expression) => Cost.None;
}
