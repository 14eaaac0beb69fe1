using System.Text.Json.Nodes;
using AirsPolicy.Language.Comparison.Pasts;
using AirsPolicy.Language.Comparison.Requests;
using AirsPolicy.Language.Comparison.Samples;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text.Scores;
using NumberValue = AirsPolicy.Language.Evaluation.Values.NumberValue;

namespace AirsPolicy.Language.Comparison.Search;

/// <summary>
/// Changes facts so that a condition comes to a truth. What it gives are attempts, the likeliest first, with values on both sides of
/// every bound among them: both versions are asked anyway, and an attempt that misses shows where a bound lies.
/// </summary>
internal static class ConditionSearch
{
    // Of the ways to meet one side of a conjunction so many are combined with those of the other.
    private const int MostOfOneSide = 64;

    /// <summary>Facts, made of the given ones, on which the condition may come to the truth.</summary>
    public static IEnumerable<JsonObject> Of(RuleScope scope, Expression condition, bool wanted, JsonObject facts)
    {
        // What the past says is for a past to bring about, on the facts as they are, and what reads no fact is as it is.
        var isLeft = condition is not (NamedExpression or NotExpression or LogicalExpression)
            && (PastLeaves.AsksPast(condition) || ReadsNoFact(condition));
        return isLeft ? Attempts(scope, condition, wanted, facts).Prepend(facts) : Attempts(scope, condition, wanted, facts);
    }

    private static bool ReadsNoFact(Expression condition) =>
        !ExpressionTree.DescendantsAndSelf(condition).Any(part => part is PathExpression or ItemExpression);

    private static IEnumerable<JsonObject> Attempts(RuleScope scope, Expression condition, bool wanted, JsonObject facts) =>
        condition switch
        {
            NamedExpression named => Of(scope, named.Body, wanted, facts),
            NotExpression not => Of(scope, not.Operand, !wanted, facts),
            LogicalExpression logical => Logical(scope, logical, wanted, facts),
            CompareExpression compare => ComparisonSearch.Of(scope, compare, wanted, facts),
            HasExpression has => Has(scope, has, wanted, facts),
            PathExpression or ItemExpression or CoalesceExpression => Truth(scope, condition, wanted, facts),
            MembershipExpression membership => MembershipSearch.Of(scope, membership, wanted, facts),
            TextTestExpression test => TextSearch.Of(scope, test, wanted, facts),
            MatchesExpression matches => Texts(scope, matches.Text, PatternSamples.Of(matches.Pattern, matches.IgnoreCase), wanted, facts),
            DetectorExpression detector => Texts(
                    scope,
                    detector.Argument,
                    DetectorSamples.Of(detector.Detector, scope.Detectors),
                    wanted,
                    facts)
                .Concat(
                    detector.Classified.SelectMany(said =>
                        ValueSearch.Of(scope, said, new NumberValue(wanted ? Millionths.Whole : 0), facts))),
            QuantifierExpression quantifier => QuantifierSearch.Of(scope, quantifier, wanted, facts),
            LookupExpression lookup => DataSearch.Of(scope, lookup, Evaluation.Values.BoolValue.Of(wanted), facts),
            LimitPassedExpression passed => LimitSearch.Of(scope, passed, wanted, facts),
            ConstantExpression { Value: bool truth } when truth == wanted => [facts],
            _ => [],
        };

    /// <summary>The parts of a conjunction, lets taken apart.</summary>
    public static IEnumerable<Expression> Conjuncts(Expression condition) => condition switch
    {
        NamedExpression named => Conjuncts(named.Body),
        LogicalExpression { Operator: LogicalOperator.And } and => Conjuncts(and.Left).Concat(Conjuncts(and.Right)),
        _ => [condition],
    };

    private static IEnumerable<JsonObject> Logical(RuleScope scope, LogicalExpression logical, bool wanted, JsonObject facts)
    {
        if (logical.Operator == LogicalOperator.And == wanted)
        {
            return Of(scope, logical.Left, wanted, facts).Take(MostOfOneSide)
                .SelectMany(left => Of(scope, logical.Right, wanted, left).Take(MostOfOneSide));
        }
        // One side is enough; the other may need it to be evaluated at all.
        return Of(scope, logical.Left, wanted, facts).Take(MostOfOneSide)
            .Concat(Of(scope, logical.Right, wanted, facts).Take(MostOfOneSide))
            .Concat(
                Of(scope, logical.Left, !wanted, facts)
                    .Take(2)
                    .SelectMany(left => Of(scope, logical.Right, wanted, left).Take(MostOfOneSide)));
    }

    private static IEnumerable<JsonObject> Has(RuleScope scope, HasExpression has, bool wanted, JsonObject facts)
    {
        if (has.Operand is LookupExpression lookup)
            return DataSearch.Of(scope, lookup, wanted, facts);
        if (scope.PathOf(has.Operand) is not { } path)
            return [];
        var changed = wanted
            ? scope.Evaluate(has.Operand, facts) is not null ? facts : scope.Request.With(facts, path, HarmlessValue.Of(has.Operand.Shape))
            : scope.Request.Without(facts, path);
        return changed is null ? [] : [changed];
    }

    private static IEnumerable<JsonObject> Truth(RuleScope scope, Expression fact, bool wanted, JsonObject facts) =>
        fact.Shape is BoolShape
        && scope.PathOf(fact) is { } path
        && scope.Request.With(facts, path, JsonValue.Create(wanted)) is { } changed
            ? [changed]
            : [];

    private static IEnumerable<JsonObject> Texts(
        RuleScope scope,
        Expression argument,
        IEnumerable<string> samples,
        bool wanted,
        JsonObject facts)
    {
        var found = samples.SelectMany(sample => TextSearch.Holding(scope, argument, sample, facts));
        var harmless = TextSearch.Holding(scope, argument, HarmlessValue.Text, facts);
        return wanted ? found : harmless.Concat(found.Take(1));
    }
}
