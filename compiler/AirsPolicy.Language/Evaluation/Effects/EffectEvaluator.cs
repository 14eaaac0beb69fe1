using System.Diagnostics;
using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Expressions;
using AirsPolicy.Language.Evaluation.Facts;
using AirsPolicy.Language.Evaluation.Search;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Language.Evaluation.Effects;

/// <summary>The meaning of effects: what each comes to on the facts at hand, which for a change of content may be nothing.</summary>
internal sealed class EffectEvaluator(ExpressionEvaluator expressions, FactSource facts, DetectorSearch detectors)
{
    /// <summary>What an effect comes to; none where it changes nothing.</summary>
    public EffectResult Evaluate(EffectModel effect) =>
        effect switch
        {
            FixedEffectModel known => EffectResult.Of(known.Effect),
            HoldEffectModel hold => Evaluate(
                hold.Within,
                within => EffectResult.Of(new HoldEffect(hold.Queue, TicksOf(within), hold.OtherwiseHalt))),
            HaltEffectModel halt => Evaluate(halt.For, time => EffectResult.Of(new HaltEffect(halt.Scope, TicksOf(time), halt.Message))),
            CutEffectModel cut => Evaluate(cut.Text, text => Cut(cut, ((TextValue)text).Text)),
            DropEffectModel drop => Evaluate(drop.List, list => expressions.Walk(() => Drop(drop, ((ListValue)list).Items))),
            RedactEffectModel redact => Evaluate(redact.Target, target => Redact(redact, target)),
            _ => throw new UnreachableException($"No meaning is given to {effect.GetType().Name}."),
        };

    private EffectResult Evaluate(Expression expression, Func<Value, EffectResult> then) => expressions.Evaluate(expression) switch
    {
        FailedValue failed => EffectResult.Failed(failed.Failure),
        var value => then(value),
    };

    private static EffectResult Cut(CutEffectModel cut, string text)
    {
        var length = cut.Unit == CutUnit.Characters ? TextSize.Characters(text) : TextSize.Bytes(text);
        return length > cut.Limit ? EffectResult.Of(new CutEffect(cut.Limit, cut.Unit)) : EffectResult.Nothing;
    }

    private EffectResult Drop(DropEffectModel drop, ValueList<Value> items)
    {
        var dropped = new List<int>();
        for (var i = 0; i < items.Count; i++)
        {
            var value = expressions.EvaluateAt(drop.Variable, items[i], drop.Where);
            if (value is FailedValue failed)
                return EffectResult.Failed(failed.Failure);
            if (((BoolValue)value).Truth)
                dropped.Add(i);
        }
        return dropped.Count > 0 ? EffectResult.Of(new DropEffect(PointerOf(drop.List), dropped.ToValueList())) : EffectResult.Nothing;
    }

    private EffectResult Redact(RedactEffectModel redact, Value target)
    {
        if (redact.Except is null)
            return Redact(redact, target, []);
        return Evaluate(redact.Except, except => Redact(redact, target, [.. TextsOf.Value(except, "").Select(e => e.Text)]));
    }

    private EffectResult Redact(RedactEffectModel redact, Value target, IReadOnlyCollection<string> except)
    {
        var effects = new List<Effect>();
        foreach (var (pointer, text) in TextsOf.Value(target, PointerOf(redact.Target)))
        {
            var answer = detectors.Ask(redact.Detector, text, DetectorSearch.NothingClassified, expressions.Work);
            if (answer.Failure is { } failure)
                return EffectResult.Failed(failure);
            var spans = answer.Matches
                .Where(match => !Excepted(text[match.Start..match.End], except))
                .Select(match => new RedactedSpan(match.Start, match.End))
                .ToValueList();
            if (spans.Count > 0)
                effects.Add(new RedactEffect(pointer, spans, redact.Method, redact.Detector));
        }
        return new EffectResult(effects.ToValueList(), null);
    }

    // Card numbers are written with and without spaces: the same digits are the same finding.
    private static bool Excepted(string finding, IReadOnlyCollection<string> except)
    {
        var digits = TextSize.Digits(finding);
        return except.Any(e => e == finding || digits.Length > 0 && digits == TextSize.Digits(e));
    }

    private static long TicksOf(Value value) => ((NumberValue)value).Number;

    private string PointerOf(PathExpression path) => facts.Find(path.Path)!.Pointer;
}
