using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Explanations;
using AirsPolicy.Language.Evaluation.Expressions;
using AirsPolicy.Language.Evaluation.Facts;
using AirsPolicy.Language.Evaluation.Points;
using AirsPolicy.Language.Evaluation.Search;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.State;

namespace AirsPolicy.Language.Evaluation.Past;

/// <summary>What a decision adds to what is counted over time, worked out on the facts that it was made on.</summary>
internal sealed class PastFeeds(
    PolicyModel model,
    PolicyPoints points,
    DetectorSearch detectors,
    PatternLibrary patterns,
    IEvaluationListener? listener)
{
    private readonly Dictionary<string, ControlModel> _controls = model.Controls.ToDictionary(
        control => control.Id,
        StringComparer.Ordinal);

    /// <summary>What the decision is to each aggregate.</summary>
    /// <param name="facts">The facts, or what of them fits.</param>
    public ValueList<Occurrence?> Events(string point, FactFrame facts, Decision decision)
    {
        if (points.Find(point) is not { } standing)
            return model.Aggregates.Select(Occurrence? (_) => null).ToValueList();
        var (places, tool) = standing.PlacesFor(facts);
        var evaluator = Evaluator(places, facts, decision.Outcome);
        return model.Aggregates.Select(aggregate =>
            aggregate.Sources.FirstOrDefault(source => source.Point == point && (source.Tool is null || source.Tool == tool)) is { } source
                ? evaluator.Apart(() => Of(aggregate.Kind, source, evaluator))
                : null).ToValueList();
    }

    /// <summary>
    /// What the decision draws from each limit, once it goes on. From a limit that is only in detect mode, and one of which the draw cannot
    /// be told, it draws nothing.
    /// </summary>
    public ValueList<Draw?> Draws(string point, FactFrame facts, Decision decision)
    {
        if (decision.Outcome > Outcome.Hold || points.Find(point) is not { } standing || standing.For(facts) is not { } here)
            return model.Limits.Select(Draw? (_) => null).ToValueList();
        var (places, tool) = standing.PlacesFor(facts);
        var evaluator = Evaluator(places, facts, decision.Outcome);
        var today = here.Today is { } place && facts.Has(place.Slot) ? (int)facts.Long(place.Slot) : (int?)null;
        return model
            .Limits.Select(limit =>
                limit.DrawAt(point, tool) is { } draw && !PlacedControl.IsDetect(_controls[limit.Control], today)
                    ? DrawOf(draw, evaluator)
                    : null)
            .ToValueList();
    }

    /// <summary>What would be drawn, or the first value of it that cannot be told; neither where nothing is drawn.</summary>
    public static (Draw? Draw, FailedValue? Failed) Evaluate(LimitDrawModel draw, ExpressionEvaluator evaluator) =>
        evaluator.Apart(() => Apart(draw, evaluator));

    private static (Draw? Draw, FailedValue? Failed) Apart(LimitDrawModel draw, ExpressionEvaluator evaluator)
    {
        if (draw.Where is not null)
        {
            var draws = evaluator.Evaluate(draw.Where);
            if (draws is FailedValue unknown)
                return (null, unknown);
            if (!((BoolValue)draws).Truth)
                return (null, null);
        }
        var keys = new List<Value>();
        foreach (var key in draw.Keys)
        {
            var value = evaluator.Evaluate(key);
            if (value is FailedValue failed)
                return (null, failed);
            keys.Add(value);
        }
        var amount = draw.Amount is null ? new NumberValue(1) : evaluator.Evaluate(draw.Amount);
        if (amount is FailedValue noAmount)
            return (null, noAmount);
        var limit = evaluator.Evaluate(draw.Value);
        if (limit is FailedValue noLimit)
            return (null, noLimit);
        if (Amounts.Of(amount) is not { } drawn || Amounts.Of(limit) is not { } most)
            return (null, new FailedValue(StateFailure.Overflow));
        if (drawn < 0 || most < 0)
            return (null, new FailedValue(drawn < 0 ? StateFailure.NegativeDraw : StateFailure.NegativeLimit));
        return (new Draw(keys.ToValueList(), drawn, most), null);
    }

    private static Draw? DrawOf(LimitDrawModel draw, ExpressionEvaluator evaluator) => Evaluate(draw, evaluator).Draw;

    private ExpressionEvaluator Evaluator(FactPlaces places, FactFrame facts, Outcome outcome) =>
        new(new FactSource(places, facts), detectors, patterns, listener, outcome: outcome, data: model.Data);

    private static Occurrence? Of(AggregateKind kind, EventSourceModel source, ExpressionEvaluator evaluator)
    {
        if (source.Where is not null)
        {
            var counts = evaluator.Evaluate(source.Where);
            if (counts is FailedValue failed)
                return new Occurrence(null, null, failed.Failure.Kind);
            if (!((BoolValue)counts).Truth)
                return null;
        }
        var keys = new List<Value>();
        foreach (var key in source.Keys)
        {
            var value = evaluator.Evaluate(key);
            if (value is FailedValue failed)
                return new Occurrence(null, null, failed.Failure.Kind);
            keys.Add(value);
        }
        return source.Value is null
            ? new Occurrence(keys.ToValueList(), null, FailureKind.None)
            : WithValue(kind, keys.ToValueList(), evaluator.Evaluate(source.Value));
    }

    private static Occurrence WithValue(AggregateKind kind, ValueList<Value> keys, Value value) => value switch
    {
        FailedValue failed => new Occurrence(keys, null, failed.Failure.Kind),
        _ when kind.IsOfAmounts() && Amounts.Of(value) is null => new Occurrence(keys, null, FailureKind.Overflow),
        _ => new Occurrence(keys, value, FailureKind.None),
    };
}
