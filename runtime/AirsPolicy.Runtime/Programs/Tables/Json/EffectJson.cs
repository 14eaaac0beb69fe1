using System.Diagnostics;
using System.Text.Json;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Runtime.Programs.Tables.Json;

/// <summary>Effects of tables as JSON. Spans and indexes belong to an evaluation and stand in no table.</summary>
internal static class EffectJson
{
    public static void Write(Utf8JsonWriter writer, Effect effect, bool computed)
    {
        writer.WriteStartObject();
        switch (effect)
        {
            case FlagEffect flag:
                writer.WriteString("kind", "flag");
                writer.Optional("reason", flag.Reason);
                break;
            case BlockEffect block:
                writer.WriteString("kind", "block");
                writer.Optional("message", block.Message);
                break;
            case HaltEffect halt:
                writer.WriteString("kind", "halt");
                writer.WriteNumber("scope", (int)halt.Scope);
                writer.Optional("ticks", halt.Ticks);
                writer.Optional("message", halt.Message);
                break;
            case HoldEffect hold:
                writer.WriteString("kind", "hold");
                writer.WriteString("queue", hold.Queue);
                writer.Optional("ticks", hold.Ticks);
                writer.Flag("otherwiseHalt", hold.OtherwiseHalt);
                break;
            case AppendEffect append:
                writer.WriteString("kind", "append");
                writer.WriteString("text", append.Text);
                break;
            case ReplaceEffect replace:
                writer.WriteString("kind", "replace");
                writer.WriteString("text", replace.Text);
                break;
            case CutEffect cut:
                writer.WriteString("kind", "cut");
                writer.WriteNumber("limit", cut.Limit);
                writer.WriteNumber("unit", (int)cut.Unit);
                break;
            case DropEffect drop:
                writer.WriteString("kind", "drop");
                writer.WriteString("path", drop.Path);
                break;
            case RedactEffect redact:
                writer.WriteString("kind", "redact");
                writer.WriteString("path", redact.Path);
                writer.WriteNumber("method", (int)redact.Method);
                writer.WriteString("of", redact.Kind);
                break;
            case EventEffect happening:
                writer.WriteString("kind", "event");
                writer.WriteNumber("action", (int)happening.Action);
                writer.WriteString("target", happening.Target);
                break;
            case LabelEffect label:
                writer.WriteString("kind", "label");
                writer.WriteString("label", label.Label);
                break;
            case RequireEffect require:
                writer.WriteString("kind", "require");
                writer.WriteString("duty", require.Duty);
                break;
            case HaltedEffect halted:
                writer.WriteString("kind", "halted");
                writer.WriteNumber("scope", (int)halted.Scope);
                writer.WriteNumber("since", halted.Since);
                writer.Optional("until", halted.Until);
                writer.Optional("message", halted.Message);
                break;
            default:
                throw new UnreachableException($"The effect {effect.GetType().Name} has no JSON.");
        }
        writer.Flag("computed", computed);
        writer.WriteEndObject();
    }

    public static Effect Read(JsonElement json) =>
        json.Text("kind") switch
        {
            "flag" => new FlagEffect(json.OptionalText("reason")),
            "block" => new BlockEffect(json.OptionalText("message")),
            "halt" => new HaltEffect(json.Named<HaltScope>("scope"), json.OptionalLong("ticks"), json.OptionalText("message")),
            "halted" => new HaltedEffect(
                json.Named<HaltScope>("scope"),
                json.Long("since"),
                json.OptionalLong("until"),
                json.OptionalText("message")),
            "hold" => new HoldEffect(json.Text("queue"), json.OptionalLong("ticks"), json.Flag("otherwiseHalt")),
            "append" => new AppendEffect(json.Text("text")),
            "replace" => new ReplaceEffect(json.Text("text")),
            "cut" => new CutEffect(json.GetProperty("limit").GetInt64(), json.Named<CutUnit>("unit")),
            "drop" => new DropEffect(json.Text("path"), []),
            "redact" => new RedactEffect(json.Text("path"), [], json.Named<RedactionMethod>("method"), json.Text("of")),
            "event" => new EventEffect(json.Named<EventAction>("action"), json.Text("target")),
            "label" => new LabelEffect(json.Text("label")),
            "require" => new RequireEffect(json.Text("duty")),
            var kind => throw new InvalidDataException($"There is no effect '{kind}'."),
        };
}
