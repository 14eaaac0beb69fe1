using System.Collections.Frozen;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Analysis.Costs;

/// <summary>
/// What the evaluation of an expression costs at most at one point. Every kind has its line, and a test sees to it: what is not known to
/// cost something would cost nothing.
/// </summary>
/// <param name="model">The policy.</param>
/// <param name="detectors">What its detectors cost.</param>
/// <param name="point">The decision point.</param>
internal sealed class ExpressionCosts(PolicyModel model, DetectorCosts detectors, string point)
{
    private static readonly FrozenDictionary<Type, Func<ExpressionCosts, Expression, Cost>> s_beside = new Dictionary<
        Type,
        Func<ExpressionCosts, Expression, Cost>
    >
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
        // A row is found by a hash of its key.
        [typeof(LookupExpression)] = static (_, e) => e is LookupExpression lookup ? Cost.Text(LongestText.Of(lookup.Key)) : default,
        [typeof(NamedExpression)] = Nothing,
        [typeof(ListExpression)] = Nothing,
        [typeof(EventOutcomeExpression)] = Nothing,
        [typeof(CompareExpression)] = static (_, e) =>
            e is CompareExpression compare ? Cost.Text(Math.Min(LongestText.Of(compare.Left), LongestText.Of(compare.Right))) : default,
        [typeof(MembershipExpression)] = static (costs, e) =>
            e is MembershipExpression membership ? Cost.Text(costs.OfMembership(membership)) : default,
        [typeof(TextTestExpression)] = static (_, e) =>
            e is TextTestExpression test ? Cost.Text(LongestText.Of(test.Test == TextTest.Contains ? test.Text : test.Part)) : default,
        [typeof(MatchesExpression)] = static (_, e) => e is MatchesExpression matches ? Cost.Text(LongestText.Of(matches.Text)) : default,
        // What it does for each item is worked out as a whole.
        [typeof(QuantifierExpression)] = Nothing,
        [typeof(DetectorExpression)] = static (costs, e) =>
            e is DetectorExpression asked ? costs.OfDetector(asked.Detector, asked.Argument) : default,
        [typeof(CallExpression)] = static (_, e) => e is CallExpression call ? Cost.Text(call.Arguments.Sum(LongestText.Of)) : default,
        [typeof(ConcatExpression)] = static (_, e) => Cost.Text(LongestText.Of(e)),
        [typeof(AggregateExpression)] = static (_, _) => Cost.LookUp,
        [typeof(FollowsExpression)] = static (_, _) => Cost.LookUp,
        [typeof(HeldForExpression)] = static (_, _) => Cost.LookUp,
        [typeof(LimitPassedExpression)] = static (costs, e) =>
            Cost.LookUp + (e is LimitPassedExpression passed ? costs.OfDraws(passed.Limit) : default),
        [typeof(OriginExpression)] = static (_, e) =>
            Cost.LookUp
            + (e is OriginExpression origin ? Cost.Text(LongestText.Of(origin.Value) + LongestText.Of(origin.Session)) : default),
        [typeof(CarriesLabelExpression)] = static (_, e) =>
            Cost.LookUp + (e is CarriesLabelExpression carries ? Cost.Text(LongestText.Of(carries.Session)) : default),
    }.ToFrozenDictionary();

    // As quantifiers count them.
    private const long CharactersOfStep = 256;

    /// <summary>The kinds of expression of which it is known what they cost.</summary>
    public static IEnumerable<Type> Kinds => s_beside.Keys;

    /// <summary>An expression with all its parts, whichever of them is evaluated in the end.</summary>
    public Cost Of(Expression? expression) => expression is null ? Cost.None : WorkOf(expression).Whole;

    /// <summary>What is done for each item of a list, by the condition of a quantifier or drop.</summary>
    public Cost OfItems(Expression list, int variable, Expression body) => ItemWork(list, variable, body).Whole;

    private Work WorkOf(Expression expression)
    {
        var beside = s_beside[expression.GetType()](this, expression);
        var work =
            new Work(Cost.Step, 0)
            + (IsCompared(expression) ? new Work(beside with { Characters = 0 }, beside.Characters) : new Work(beside, 0));
        foreach (var part in Parts(expression))
            work += WorkOf(part);
        return expression is QuantifierExpression quantifier
            ? work + ItemWork(quantifier.List, quantifier.Variable, quantifier.Body)
            : work;
    }

    // How often the body is evaluated is bounded however lists are nested, and so is the text that it goes through: what would go beyond
    // fails the rule.
    private Work ItemWork(Expression list, int variable, Expression body)
    {
        var (items, each) = (Math.Min(MostItems(list), FactLimits.MaxSteps), WorkOf(body));
        var most = Cost.Product(FactLimits.MaxSteps, 1 + ExpressionTree.DescendantsAndSelf(body).LongCount());
        var all = (Cost.Step + each.Counted).Times(items);
        var compared = 0L;
        var left = each.Compared;
        // Texts of the items themselves are compared once, however many items they are of.
        foreach (var comparison in Evaluated(body).Where(IsCompared))
        {
            var own = s_beside[comparison.GetType()](this, comparison).Characters;
            left -= own;
            compared = Cost.Sum(compared, Math.Min(Cost.Product(own, items), OfAllItems(comparison, list, variable, items)));
        }
        return new Work(
            all with { Steps = Math.Min(all.Steps, most), Characters = Math.Min(all.Characters, Cost.Product(most, CharactersOfStep)) },
            Cost.Sum(compared, Cost.Product(Math.Max(0, left), items)));
    }

    // What a comparison goes through for all items together.
    private long OfAllItems(Expression comparison, Expression list, int variable, long items) => comparison switch
    {
        CompareExpression compare when ItemOf(compare.Left, variable) is { } read => TextOfAll(list, read),
        CompareExpression compare when ItemOf(compare.Right, variable) is { } read => TextOfAll(list, read),
        MembershipExpression membership when ItemOf(membership.Item, variable) is { } read =>
            Cost.Product(MostItems(membership.List), Cost.Sum(items, TextOfAll(list, read))),
        _ => long.MaxValue,
    };

    private static ItemExpression? ItemOf(Expression side, int variable) => side switch
    {
        ItemExpression item when item.Variable == variable => item,
        NamedExpression named => ItemOf(named.Body, variable),
        _ => null,
    };

    // The texts of facts are bounded as a whole, and so are the matches of a detector: those of one thing that it looks for do not overlap,
    // and digits count among what a rule works out.
    private long TextOfAll(Expression list, ItemExpression read) =>
        SpansOf(list) is not { } spans
            ? LongestText.Of(list)
            : Math.Min(
                Cost.Product(LongestText.Of(spans.Argument), detectors.MatchesAtOnce(spans.Detector)),
                read.Path is [.., "digits"] ? FactLimits.MaxWorkedOut : long.MaxValue);

    private static DetectorExpression? SpansOf(Expression list) => list switch
    {
        DetectorExpression { Question: DetectorQuestion.Spans } spans => spans,
        NamedExpression named => SpansOf(named.Body),
        _ => null,
    };

    // Each item is looked at, and one that is as long as what is sought is compared with it.
    private long OfMembership(MembershipExpression membership) =>
        Cost.Sum(
            MostItems(membership.List),
            Math.Min(LongestText.Of(membership.List), Cost.Product(MostItems(membership.List), LongestText.Of(membership.Item))));

    // Comparing and joining texts takes no step of a quantifier.
    private static bool IsCompared(Expression expression) => expression is CompareExpression or MembershipExpression or ConcatExpression;

    private static IEnumerable<Expression> Parts(Expression expression) =>
        expression is QuantifierExpression quantifier ? [quantifier.List] : ExpressionTree.Children(expression);

    // What is evaluated once for an item, and not again for those of another list.
    private static IEnumerable<Expression> Evaluated(Expression body) => Parts(body).SelectMany(Evaluated).Prepend(body);

    private readonly record struct Work(Cost Counted, long Compared)
    {
        public Cost Whole => Counted + Cost.Text(Compared);

        public static Work operator +(Work left, Work right) => new(left.Counted + right.Counted, Cost.Sum(left.Compared, right.Compared));
    }

    /// <summary>What a detector says of a value.</summary>
    public Cost OfDetector(string detector, Expression value) =>
        Cost.Text(Cost.Product(LongestText.Of(value), detectors.PassesOf(detector)));

    private Cost OfDraws(int limit) =>
        model
            .Limits[limit]
            .Draws.Where(draw => draw.Point == point)
            .Select(draw =>
                draw.Keys.Append(draw.Where).Append(draw.Amount).Append(draw.Value).Aggregate(Cost.None, (sum, part) => sum + Of(part)))
            .Aggregate(Cost.None, (sum, draw) => sum + draw);

    private long MostItems(Expression list) =>
        list switch
        {
            NamedExpression named => MostItems(named.Body),
            ListExpression written => written.Items.Count,
            CoalesceExpression coalesce => Math.Max(MostItems(coalesce.Optional), MostItems(coalesce.Default)),
            // Matches of a detector, which are bounded by what a rule works out as well.
            DetectorExpression asked => Math.Min(
                Cost.Product(LongestText.Of(asked.Argument), detectors.MatchesAtOnce(asked.Detector)),
                FactLimits.MaxWorkedOut / FactLimits.UnitsOfSpan),
            { Shape: ListShape shape } => shape.MaxItems,
            { Shape: RestrictedShape { Inner: ListShape shape } } => shape.MaxItems,
            _ => ListShape.Cap,
        };

    private static Cost Nothing(ExpressionCosts costs, Expression expression) => Cost.None;
}
