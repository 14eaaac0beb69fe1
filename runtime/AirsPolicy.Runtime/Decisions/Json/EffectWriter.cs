using System.Text.Json;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Runtime.Decisions.Json;

/// <summary>Writes effects as JSON: the word of the language under <c>effect</c> and the values beside it.</summary>
internal static class EffectWriter
{
    public static void Write(Utf8JsonWriter json, Effect effect)
    {
        json.WriteStartObject();
        json.WriteString("effect", WordOf(effect));
        WriteMembers(json, effect);
        json.WriteEndObject();
    }

    public static string WordOf(Effect effect) => effect switch
    {
        FlagEffect => "flag",
        BlockEffect => "block",
        HaltEffect => "halt",
        HaltedEffect => "halted",
        HoldEffect => "hold",
        AppendEffect => "append",
        ReplaceEffect => "replace",
        CutEffect => "cut",
        DropEffect => "drop",
        RedactEffect => "redact",
        EventEffect => "event",
        LabelEffect => "label",
        RequireEffect => "require",
        _ => throw new ArgumentException($"'{effect.GetType().Name}' is no effect of the language.", nameof(effect)),
    };

    public static void WriteMembers(Utf8JsonWriter json, Effect effect)
    {
        switch (effect)
        {
            case FlagEffect flag:
                DecisionWriter.WriteOptional(json, "reason", flag.Reason);
                break;
            case BlockEffect block:
                DecisionWriter.WriteOptional(json, "message", block.Message);
                break;
            case HaltEffect halt:
                json.WriteString("scope", DecisionWords.Of(halt.Scope));
                DecisionWriter.WriteDuration(json, "for", halt.Ticks);
                DecisionWriter.WriteOptional(json, "message", halt.Message);
                break;
            case HaltedEffect halted:
                json.WriteString("scope", DecisionWords.Of(halted.Scope));
                json.WriteString("since", InstantText.Format(halted.Since));
                DecisionWriter.WriteOptional(json, "until", halted.Until is { } until ? InstantText.Format(until) : null);
                DecisionWriter.WriteOptional(json, "message", halted.Message);
                break;
            case HoldEffect hold:
                json.WriteString("queue", hold.Queue);
                DecisionWriter.WriteDuration(json, "within", hold.Ticks);
                json.WriteString("otherwise", hold.OtherwiseHalt ? "halt" : "block");
                break;
            case AppendEffect append:
                json.WriteString("text", append.Text);
                break;
            case ReplaceEffect replace:
                json.WriteString("text", replace.Text);
                break;
            case CutEffect cut:
                json.WriteNumber("limit", cut.Limit);
                json.WriteString("unit", DecisionWords.Of(cut.Unit));
                break;
            case DropEffect drop:
                json.WriteString("path", drop.Path);
                DecisionWriter.WriteList(json, "items", drop.Indexes, (j, index) => j.WriteNumberValue(index));
                break;
            case RedactEffect redact:
                json.WriteString("path", redact.Path);
                DecisionWriter.WriteList(json, "spans", redact.Spans, WriteSpan);
                json.WriteString("method", DecisionWords.Of(redact.Method));
                json.WriteString("kind", redact.Kind);
                break;
            case EventEffect happening:
                json.WriteString("action", DecisionWords.Of(happening.Action));
                json.WriteString("target", happening.Target);
                break;
            case LabelEffect label:
                json.WriteString("label", label.Label);
                break;
            case RequireEffect require:
                json.WriteString("duty", require.Duty);
                break;
        }
    }

    private static void WriteSpan(Utf8JsonWriter json, RedactedSpan span)
    {
        json.WriteStartObject();
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
        json.WriteEndObject();
    }
}
