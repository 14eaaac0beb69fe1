using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Origins;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Functions;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>Counts what random policies have come to, so that a generator that no longer reaches something is seen.</summary>
internal sealed class Coverage
{
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public int Decisions { get; private set; }

    /// <summary>How often, by what; operators with their truth, rows of arithmetic, shapes read, effects, failures.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    public int AboveAllow { get; private set; }

    public int Of(string name) => _counts.GetValueOrDefault(name);

    public void Add(Decision decision)
    {
        Decisions++;
        if (decision.Outcome > Outcome.Allow)
            AboveAllow++;
        if (decision.Failure is { } failure)
            Count($"point {failure.Kind}");
        foreach (var rule in decision.Fired.Concat(decision.Detected))
        {
            if (rule.Detect)
                Count("detect");
            if (rule.Failure is { } failed)
                Count(failed == StateFailure.Of(failed.Kind) ? "past unknown" : $"rule {failed.Kind}");
            // The name of an absent optional is said in other words.
            if (rule.Failure is { Kind: FailureKind.MissingFact } && rule.Failure.Detail.EndsWith("is missing.", StringComparison.Ordinal))
                Count("rule lacks a fact");
            foreach (var effect in rule.Effects)
                Count(
                    effect is EventEffect happened
                        ? $"effect {happened.Action}"
                        : $"effect {effect.GetType().Name.Replace("Effect", "", StringComparison.Ordinal)}");
        }
    }

    public void Add(Expression expression, Value value)
    {
        if (value is FailedValue)
            return;
        if (expression is PathExpression or ItemExpression && value is not AbsentValue)
            Count($"read {ShapeName(expression.Shape)}");
        if (expression is AggregateExpression)
            Count(
                value is DecimalValue sum
                    ? $"past decimal {(sum.Number == 0 ? "none" : "some")}"
                    : $"past {(value is NumberValue { Number: 0 } ? "none" : "some")}");
        if (expression is LimitPassedExpression)
            Count(value == BoolValue.True ? "limit passed" : "limit not passed");
        if (expression is CarriesLabelExpression)
            Count(value == BoolValue.True ? "label carried" : "label not carried");
        if (expression is OriginExpression)
            Count($"origin {Known(((EnumShape)((ListShape)expression.Shape).Element).Names, ((ListValue)value).Items)}");
        if (Operator(expression) is { } name)
            Count(value is BoolValue truth ? $"{name} {(truth.Truth ? "true" : "false")}" : name);
    }

    /// <summary>The names of all operators that have a truth.</summary>
    public static IEnumerable<string> Truths =>
    [
        "not", "and", "or", "in", "matches", "has", "any", "all", "found",
        .. Enum.GetNames<CompareOperator>(), .. Enum.GetNames<TextTest>(),
    ];

    /// <summary>The names of all operators that have another value.</summary>
    public static IEnumerable<string> Values =>
        [
            "negate",
            "convert",
            "concat",
            "table",
            "lookup",
            "??",
            "count",
            "let",
            "detector Score",
            "detector Count",
            "detector Spans",
            .. Enum.GetNames<ArithmeticKind>(),
        ];

    /// <summary>The names of all shapes that can be read.</summary>
    public static IEnumerable<string> Shapes =>
        [
            "bool",
            "int",
            "decimal",
            "share",
            "money",
            "duration",
            "instant",
            "date",
            "size",
            "text",
            "any",
            "enum",
            "rising",
            "list",
            "record",
        ];

    /// <summary>The names of all effects.</summary>
    public static IEnumerable<string> Effects =>
        [
            "Flag",
            "Block",
            "Halt",
            "Hold",
            "Append",
            "Replace",
            "Cut",
            "Redact",
            "Drop",
            "Label",
            "Require",
            .. Enum.GetNames<EventAction>(),
        ];

    /// <summary>The names of all functions.</summary>
    public static IEnumerable<string> Functions => BuiltinFunctions.All.Select(function => function.Id);

    private static string Known(IReadOnlyList<string> names, IReadOnlyList<Value> origins) => origins switch
    {
        [NumberValue only] when names[(int)only.Number] is OriginKinds.Model or OriginKinds.Unclear => names[(int)only.Number],
        [_] => "one",
        _ => "several",
    };

    /// <summary>What became of the word of somebody on what waits.</summary>
    public void AddAnswer(ReviewAnswer answer) => Count($"review {answer}");

    /// <summary>What became of what waited once it was decided again.</summary>
    public void AddResumed(Decision decision) =>
        Count($"again {(decision.Outcome < Outcome.Hold ? "went on" : decision.Outcome == Outcome.Hold ? "held" : "refused")}");

    private void Count(string name) => _counts[name] = _counts.GetValueOrDefault(name) + 1;

    private static string? Operator(Expression expression) => expression switch
    {
        NotExpression => "not",
        LogicalExpression { Operator: LogicalOperator.And } => "and",
        LogicalExpression => "or",
        MembershipExpression => "in",
        MatchesExpression => "matches",
        HasExpression => "has",
        CompareExpression compare => compare.Operator.ToString(),
        TextTestExpression test => test.Test.ToString(),
        QuantifierExpression { Kind: QuantifierKind.Any } => "any",
        QuantifierExpression { Kind: QuantifierKind.All } => "all",
        QuantifierExpression => "count",
        DetectorExpression { Question: DetectorQuestion.Found } => "found",
        DetectorExpression detector => $"detector {detector.Question}",
        ArithmeticExpression arithmetic => arithmetic.Kind.ToString(),
        NegateExpression => "negate",
        ConvertExpression => "convert",
        ConcatExpression => "concat",
        // Of these the value may be a truth, which says nothing of the operator itself.
        TableExpression { Shape: not BoolShape } => "table",
        LookupExpression { Shape: not BoolShape } => "lookup",
        CoalesceExpression { Shape: not BoolShape } => "??",
        NamedExpression { Shape: not BoolShape } => "let",
        CallExpression call => $"call {call.Function}",
        _ => null,
    };

    private static string ShapeName(Shape shape) => shape switch
    {
        EnumShape { Rising: true } => "rising",
        EnumShape => "enum",
        _ => shape.GetType().Name.Replace("Shape", "", StringComparison.Ordinal).ToLowerInvariant(),
    };
}
