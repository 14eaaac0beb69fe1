using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Runtime.Decisions.Json;

/// <summary>The one table of how effects are written and read, in decisions and in the tables of bundles.</summary>
internal static class EffectForms
{
    public static ValueList<EffectForm> All { get; } =
    [
        EffectForm.Of(
            "flag",
            Member((FlagEffect flag) => flag.Reason, "reason", ValueForms.OptionalText),
            reason => new FlagEffect(reason)),
        EffectForm.Of(
            "block",
            Member((BlockEffect block) => block.Message, "message", ValueForms.OptionalText),
            message => new BlockEffect(message)),
        EffectForm.Of(
            "halt",
            Member((HaltEffect halt) => halt.Scope, "scope", ValueForms.Word<HaltScope>()),
            Member((HaltEffect halt) => halt.Ticks, "for", ValueForms.OptionalDuration),
            Member((HaltEffect halt) => halt.Message, "message", ValueForms.OptionalText),
            (scope, ticks, message) => new HaltEffect(scope, ticks, message)),
        EffectForm.Of(
            "halted",
            Member((HaltedEffect halted) => halted.Scope, "scope", ValueForms.Word<HaltScope>()),
            Member((HaltedEffect halted) => halted.Since, "since", ValueForms.Instant),
            Member((HaltedEffect halted) => halted.Until, "until", ValueForms.OptionalInstant),
            Member((HaltedEffect halted) => halted.Message, "message", ValueForms.OptionalText),
            (scope, since, until, message) => new HaltedEffect(scope, since, until, message)),
        EffectForm.Of(
            "hold",
            Member((HoldEffect hold) => hold.Queue, "queue", ValueForms.Text),
            Member((HoldEffect hold) => hold.Ticks, "within", ValueForms.OptionalDuration),
            Member((HoldEffect hold) => hold.OtherwiseHalt, "otherwise", ValueForms.Either("block", "halt")),
            (queue, ticks, halts) => new HoldEffect(queue, ticks, halts)),
        EffectForm.Of("append", Member((AppendEffect append) => append.Text, "text", ValueForms.Text), text => new AppendEffect(text)),
        EffectForm.Of("replace", Member((ReplaceEffect replace) => replace.Text, "text", ValueForms.Text), text => new ReplaceEffect(text)),
        EffectForm.Of(
            "cut",
            Member((CutEffect cut) => cut.Limit, "limit", ValueForms.Number),
            Member((CutEffect cut) => cut.Unit, "unit", ValueForms.Word<CutUnit>()),
            (limit, unit) => new CutEffect(limit, unit)),
        EffectForm.Of(
            "drop",
            Member((DropEffect drop) => drop.Path, "path", ValueForms.Text),
            Member((DropEffect drop) => drop.Indexes, "items", ValueForms.Ints),
            (path, indexes) => new DropEffect(path, indexes)),
        EffectForm.Of(
            "redact",
            Member((RedactEffect redact) => redact.Path, "path", ValueForms.Text),
            Member((RedactEffect redact) => redact.Spans, "spans", ValueForms.Spans),
            Member((RedactEffect redact) => redact.Method, "method", ValueForms.Word<RedactionMethod>()),
            Member((RedactEffect redact) => redact.Kind, "kind", ValueForms.Text),
            (path, spans, method, kind) => new RedactEffect(path, spans, method, kind)),
        EffectForm.Of(
            "event",
            Member((EventEffect happening) => happening.Action, "action", ValueForms.Word<EventAction>()),
            Member((EventEffect happening) => happening.Target, "target", ValueForms.Text),
            (action, target) => new EventEffect(action, target)),
        EffectForm.Of("label", Member((LabelEffect label) => label.Label, "label", ValueForms.Text), label => new LabelEffect(label)),
        EffectForm.Of("require", Member((RequireEffect require) => require.Duty, "duty", ValueForms.Text), duty => new RequireEffect(duty)),
    ];

    private static EffectMember<TEffect, T> Member<TEffect, T>(Func<TEffect, T> of, string name, ValueForm<T> form) => new(name, form, of);
}
