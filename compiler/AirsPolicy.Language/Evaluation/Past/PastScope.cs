using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Explanations;
using AirsPolicy.Language.Evaluation.Expressions;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Numbers;
using AirsPolicy.Runtime.State;

namespace AirsPolicy.Language.Evaluation.Past;

/// <summary>The past as one decision asks for it.</summary>
/// <param name="model">The policy.</param>
/// <param name="trace">What has happened.</param>
/// <param name="point">The decision point.</param>
/// <param name="tool">The tool, or null.</param>
internal sealed class PastScope(PolicyModel model, EventTrace trace, string point, string? tool)
{
    /// <summary>What an aggregate comes to.</summary>
    public Value Read(AggregateExpression asked, ValueList<Value> keys, long? now)
    {
        if (now is not { } time)
            return new FailedValue(StateFailure.NoTime);
        var reading = trace.Read(asked.Aggregate, keys, time);
        if (reading.Failure != FailureKind.None)
            return new FailedValue(reading.HasNone ? StateFailure.NoneYet : StateFailure.Of(reading.Failure));
        return Amounts.ToValue(reading.Amount, asked.Shape) ?? new FailedValue(StateFailure.Overflow);
    }

    /// <summary>Where a value came from, as a list of origins in the order of their enum.</summary>
    public ListValue OriginOf(OriginExpression asked, string value, Value session)
    {
        var origins = trace.OriginOf(session, value);
        var names = ((EnumShape)((ListShape)asked.Shape).Element).Names;
        return new ListValue(
            Enumerable
                .Range(0, names.Count)
                .Where(origin => origins.Contains(names[origin]))
                .Select(Value (origin) => new NumberValue(origin))
                .ToValueList());
    }

    /// <summary>Whether a session carries a label.</summary>
    public BoolValue Carries(string label, Value session) => BoolValue.Of(trace.Carries(session, label));

    /// <summary>Whether one more step keeps to an order.</summary>
    public Value Follows(FollowsExpression asked, ValueList<Value> keys, string step, long? now)
    {
        if (now is not { } time)
            return new FailedValue(StateFailure.NoTime);
        var (failure, keeps) = trace.Follows(asked.Aggregate, keys, step, time);
        return failure != FailureKind.None ? new FailedValue(StateFailure.Of(failure)) : BoolValue.Of(keeps);
    }

    /// <summary>Whether a trigger has held at every signal for some time.</summary>
    public Value HasHeld(HeldForExpression asked, long? now) =>
        now is { } time ? BoolValue.Of(trace.Watched.HasHeld(asked, time)) : new FailedValue(StateFailure.NoTime);

    /// <summary>Whether the draw of this decision takes a limit over one of its shares.</summary>
    public Value IsPassed(LimitPassedExpression asked, ExpressionEvaluator evaluator, IEvaluationListener? explained, long? now)
    {
        var limit = model.Limits[asked.Limit];
        if (limit.DrawAt(point, tool) is not { } draw)
            return new FailedValue(FailureKind.Internal, $"Nothing is drawn from '{limit.Id}' here.");
        var (drawn, failed) = PastFeeds.Evaluate(draw, evaluator);
        if (drawn is null)
            return failed ?? (Value)BoolValue.Of(false);
        if (now is not { } time)
            return new FailedValue(StateFailure.NoTime);
        var (before, bound) = (trace.Drawn(asked.Limit, drawn.Keys, time), SumAmount.PartOf(drawn.Limit, limit.Shares[asked.Arm]));
        explained?.Note(new LimitReading(Text(before, draw), Text(drawn.Amount, draw), Text(bound, draw), Text(drawn.Limit, draw)));
        return BoolValue.Of(before + drawn.Amount > bound);
    }

    private static string Text(Int128 amount, LimitDrawModel draw) =>
        Amounts.ToValue(amount, draw.Value.Shape) is { } value ? ValueText.Of(value, draw.Value.Shape) : "more than can be told";
}
