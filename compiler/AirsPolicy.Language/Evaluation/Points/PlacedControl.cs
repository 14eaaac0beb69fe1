using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Effects;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Evaluation.Points;

/// <summary>A control that stands at a point, with its rules there.</summary>
internal sealed record PlacedControl(ControlModel Control, ValueList<RuleModel> Rules)
{
    private readonly string _satisfies = string.Join(",", Control.Satisfies.Concat(Control.Mitigates));

    /// <summary>
    /// Whether it is in detect mode on a day: through the last day of it, and in force after. Where the day is not known it is in force.
    /// </summary>
    public bool IsDetect(int? today) => IsDetect(Control, today);

    /// <inheritdoc cref="IsDetect(int?)"/>
    public static bool IsDetect(ControlModel control, int? today) =>
        control.Detect is { } detect && (detect.Until is null || today <= detect.Until);

    /// <summary>A rule of it as decisions name it.</summary>
    public RuleOrigin Origin(RuleModel rule) => Origin(rule.Ordinal, rule.Place);

    /// <summary>The control as a whole, where its point fails.</summary>
    public MatchedRule Posture(Failure failure) =>
        new(Origin(FailedPoint.Ordinal, Control.Place), [ErrorPosture.Of(Control.OnError)], failure);

    private RuleOrigin Origin(int ordinal, SourcePlace place) => new(
        Control.Id,
        Control.Title,
        Control.Severity,
        _satisfies,
        ordinal,
        place.File,
        place.Line,
        place.Column);
}
