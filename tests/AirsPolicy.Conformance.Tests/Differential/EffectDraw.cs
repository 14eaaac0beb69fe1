using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>Effects of every kind.</summary>
/// <param name="past">Halts stand: most are of a session and soon over, so that sessions go on.</param>
internal sealed class EffectDraw(Draw draw, ExpressionDraw expressions, IReadOnlyList<string> detectors, bool past = false)
{
    public EffectModel Of(FactScope scope) =>
        draw.Below(16) switch
        {
            0 => new HoldEffectModel(Queue(), expressions.Of(DurationShape.Instance, scope, 2), draw.Chance(50)),
            1 when past => new HaltEffectModel(
                Scope(),
                new ConstantExpression(Soon(), DurationShape.Instance, ExpressionDraw.Place),
                Message()),
            1 => new HaltEffectModel(Scope(), expressions.Of(DurationShape.Instance, scope, 2), Message()),
            2 or 3 => Cut(scope),
            4 or 5 or 6 => Redact(scope),
            7 or 8 => Drop(scope),
            _ => Known(),
        };

    /// <summary>An effect that needs no facts, as <c>on error</c> takes it.</summary>
    public FixedEffectModel Known() =>
        new(
            draw.Below(11) switch
            {
                0 => new FlagEffect(Message()),
                1 => new BlockEffect(Message()),
                2 => past
                    ? new HaltEffect(Scope(), draw.Chance(99) ? Soon() : null, Message())
                    : new HaltEffect(Scope(), draw.Chance(50) ? 600 : null, Message()),
                3 => new HoldEffect(Queue(), draw.Chance(50) ? draw.Between(1, 3) : null, draw.Chance(50)),
                4 => new AppendEffect(draw.Pick("one", "two", "three")),
                5 => new ReplaceEffect(draw.Pick("sorry", "no")),
                6 => new LabelEffect(draw.Pick("untrusted", "confidential")),
                7 => new RequireEffect(draw.Pick("simulate", "isolation")),
                _ => new EventEffect(draw.From(Enum.GetValues<EventAction>()), draw.Pick("people", "soc")),
            }
        );

    private EffectModel Cut(FactScope scope) => expressions.Path(shape => shape is TextShape, scope) is { } text
        ? new CutEffectModel(text, draw.Between(1, 12), draw.Pick(CutUnit.Characters, CutUnit.Bytes))
        : Known();

    private EffectModel Redact(FactScope scope)
    {
        if (detectors.Count == 0
            || expressions.Path(
                shape => shape is TextShape or RecordShape or AnyShape or ListShape { Element: TextShape or RecordShape },
                scope)
                is not { } target)
            return Known();
        var except = draw.Chance(30) ? expressions.Path(shape => shape is TextShape or ListShape { Element: TextShape }, scope) : null;
        return new RedactEffectModel(draw.From(detectors), target, except, draw.From(Enum.GetValues<RedactionMethod>()));
    }

    private EffectModel Drop(FactScope scope) => expressions.Path(shape => shape is ListShape, scope) is { } list
        ? new DropEffectModel(list, 0, expressions.Of(BoolShape.Instance, scope.Inside(((ListShape)list.Shape).Element), 2))
        : Known();

    private string Queue() => draw.Pick("people", "finance");

    private long Soon() => draw.Pick(1, 3, TimeSpan.TicksPerMillisecond);

    private HaltScope Scope() => past && draw.Chance(97) ? HaltScope.Session : draw.From(Enum.GetValues<HaltScope>());

    private string? Message() => draw.Pick("no", "never", null);
}
