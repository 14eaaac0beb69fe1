using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Runtime.Tests.Decisions;

/// <summary>Random rules over few names and small numbers, so that they meet, overlap and repeat one another often.</summary>
internal static class RandomRules
{
    private static readonly Gen<string> s_name = Gen.Elements("a", "b", "pii.card", "é \"<\n😀");

    private static readonly Gen<string?> s_optional = Gen.Elements<string?>(null, "", "why", "Größe 😀");

    private static readonly Gen<long?> s_ticks = Gen.Elements<long?>(null, 0, 1, 9_000_000_000, 864_000_000_001);

    private static readonly Gen<RedactedSpan> s_span =
        from start in Gen.Choose(0, 30) from length in Gen.Choose(0, 8) select new RedactedSpan(start, start + length);

    private static readonly Gen<Failure?> s_failure = Gen.Elements(
        null,
        null,
        null,
        new Failure(FailureKind.MissingFact, "'/text' is missing."),
        new Failure(FailureKind.Overflow, "A number left its range."));

    private static readonly Gen<Effect> s_effect = Gen.OneOf(
        s_optional.Select(Effect (r) => new FlagEffect(r)),
        s_optional.Select(Effect (m) => new BlockEffect(m)),
        from scope in Gen.Elements(Enum.GetValues<HaltScope>())
        from ticks in s_ticks
        from message in s_optional
        select (Effect)new HaltEffect(scope, ticks, message),
        from queue in s_name
        from ticks in s_ticks
        from halt in Gen.Elements(true, false)
        select (Effect)new HoldEffect(queue, ticks, halt),
        s_name.Select(Effect (t) => new AppendEffect(t)),
        s_name.Select(Effect (t) => new ReplaceEffect(t)),
        from limit in Gen.Choose(0, 9)
        from unit in Gen.Elements(Enum.GetValues<CutUnit>())
        select (Effect)new CutEffect(limit, unit),
        from path in s_name
        from indexes in Gen.Choose(0, 5).NonEmptyListOf()
        select (Effect)new DropEffect(path, indexes.Distinct().Order().ToValueList()),
        Redact,
        Redact,
        from action in Gen.Elements(Enum.GetValues<EventAction>()) from target in s_name select (Effect)new EventEffect(action, target),
        s_name.Select(Effect (l) => new LabelEffect(l)),
        s_name.Select(Effect (d) => new RequireEffect(d)));

    private static Gen<Effect> Redact =>
        from path in Gen.Elements("/output/text", "/args/note")
        from spans in s_span.NonEmptyListOf()
        from method in Gen.Elements(Enum.GetValues<RedactionMethod>())
        from kind in s_name
        select (Effect)new RedactEffect(path, spans.OrderBy(s => s.Start).ThenBy(s => s.End).ToValueList(), method, kind);

    public static Gen<MatchedRule> Rule { get; } =
        from control in s_name
        from ordinal in Gen.Choose(-1, 2)
        from title in s_optional
        from satisfies in Gen.Elements("", "LLM01", "LLM01,GR-IN-01")
        from effects in s_effect.ListOf()
        from failure in s_failure
        from detect in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new MatchedRule(
            new RuleOrigin(control, title, null, satisfies, ordinal, "x.airs", 3, 1),
            effects.Take(4).ToValueList(),
            failure,
            detect);

    public static Gen<MatchedRule[]> Rules { get; } = from size in Gen.Choose(0, 8) from rules in Rule.ArrayOf(size) select rules;

    public static Gen<Decision> Decision { get; } =
        from rules in Rules
        from failure in s_failure
        from bundle in s_optional
        select EffectJoin.Decide("output", rules, failure, bundle);
}
