using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Runtime.Audits;

/// <summary>
/// A decision as it is recorded. Its texts are the policy's own but for two: pointers name members that whoever wrote the facts has named,
/// and the details of failures repeat values.
/// </summary>
internal static class MaskedDecision
{
    public static Decision Of(Decision decision, Func<string, string> mask) => decision with
    {
        Fired = Rules(decision.Fired, mask),
        Detected = Rules(decision.Detected, mask),
        Content = decision.Content with
        {
            Redactions = decision.Content.Redactions.Select(redaction => redaction with { Path = mask(redaction.Path) }).ToValueList(),
            Drops = decision.Content.Drops.Select(drop => drop with { Path = mask(drop.Path) }).ToValueList(),
        },
        Failure = Masked(decision.Failure, mask),
    };

    private static ValueList<MatchedRule> Rules(ValueList<MatchedRule> rules, Func<string, string> mask) =>
        rules
            .Select(rule =>
                rule with
                {
                    Effects = rule.Effects.Select(effect => Masked(effect, mask)).ToValueList(),
                    Failure = Masked(rule.Failure, mask),
                }
            )
            .ToValueList();

    private static Effect Masked(Effect effect, Func<string, string> mask) => effect switch
    {
        RedactEffect redact => redact with { Path = mask(redact.Path) },
        DropEffect drop => drop with { Path = mask(drop.Path) },
        _ => effect,
    };

    private static Failure? Masked(Failure? failure, Func<string, string> mask) =>
        failure is null ? null : failure with { Detail = mask(failure.Detail) };
}
