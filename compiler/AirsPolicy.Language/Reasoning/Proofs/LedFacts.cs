using System.Text.Json.Nodes;
using AirsPolicy.Language.Comparison.Requests;
using AirsPolicy.Language.Comparison.Samples;
using AirsPolicy.Language.Comparison.Search;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Reasoning.Formulas;
using AirsPolicy.Language.Reasoning.Solving;
using AirsPolicy.Language.Reasoning.Terms;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Reasoning.Proofs;

/// <summary>
/// Facts as the decision procedure would have them: what it took for true and false, worked back as far as that can be done.
/// </summary>
internal sealed class LedFacts(RuleScope scope, Solver solver, Assignment taken)
{
    private const int MostTries = 12;

    public JsonObject Of(JsonObject facts)
    {
        foreach (var atom in solver.Atoms.OfType<OpaqueAtom>())
        {
            if (taken.Taken(atom) is { } truth && IsCondition(atom.Source))
                facts = With(
                    facts,
                    ConditionSearch.Of(scope, atom.Source, truth, facts),
                    changed => scope.Evaluate(atom.Source, changed) is BoolValue value && value.Truth == truth);
        }
        foreach (var number in solver.Numbers)
        {
            var interval = taken.Of(number);
            if (IsWithin(scope.Evaluate(number.Source, facts), number, interval))
                continue;
            IEnumerable<JsonObject> changes = number.Source is DetectorExpression detector
                ? DetectorSamples
                    .Of(detector.Detector, scope.Detectors)
                    .Append(HarmlessValue.Text)
                    .SelectMany(text => TextSearch.Holding(scope, detector.Argument, text, facts))
                : Values(number, interval).SelectMany(value => ValueSearch.Of(scope, number.Source, value, facts));
            facts = With(facts, changes, changed => IsWithin(scope.Evaluate(number.Source, changed), number, interval));
        }
        foreach (
            var term in solver.Atoms.OfType<TextAtom>().Where(atom => taken.Taken(atom) is not null).Select(atom => atom.Term).Distinct())
        {
            if (solver.TextOf(taken, term) is { } text)
                facts = TextSearch.Holding(scope, term.Source, text, facts).FirstOrDefault() ?? facts;
        }
        return facts;
    }

    // An atom that equates two lists or texts is made of both, and no condition by itself.
    private static bool IsCondition(Expression source) => source.Shape is BoolShape;

    private static JsonObject With(JsonObject facts, IEnumerable<JsonObject> changes, Func<JsonObject, bool> isWanted) =>
        isWanted(facts) ? facts : changes.Take(MostTries).FirstOrDefault(isWanted) ?? facts;

    private static IEnumerable<Value> Values(NumberTerm number, Interval interval)
    {
        var step = number.IsWhole ? 1 : 0.01m;
        decimal?[] candidates =
        [
            interval.Low is { } low ? interval.LowIsOpen ? low + step : low : null,
            interval.High is { } high ? interval.HighIsOpen ? high - step : high : null,
            interval.Low is { } least && interval.High is { } most ? (least + most) / 2 : 0,
        ];
        foreach (var candidate in candidates)
        {
            if (candidate is not { } value || Math.Abs(value) > long.MaxValue)
                continue;
            yield return number.Source.Shape is DecimalShape or MoneyShape
                ? new DecimalValue(value)
                : new NumberValue((long)decimal.Floor(value));
        }
    }

    private static bool IsWithin(Value? value, NumberTerm number, Interval interval) => value switch
    {
        NumberValue known => Holds(interval, known.Number),
        DecimalValue known => Holds(interval, known.Number),
        // The length of a text or list is asked by the term of its own.
        _ => number.Source.Shape is TextShape or ListShape,
    };

    private static bool Holds(Interval interval, decimal value) =>
        !interval.Below(value, isStrict: false).Above(value, isStrict: false).IsEmpty;
}
