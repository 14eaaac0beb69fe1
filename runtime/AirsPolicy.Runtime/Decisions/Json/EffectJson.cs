using System.Collections.Frozen;
using System.Text.Json;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Runtime.Decisions.Json;

/// <summary>Effects as JSON: the word of the language under <c>effect</c> and the values beside it.</summary>
internal static class EffectJson
{
    private static readonly FrozenDictionary<Type, EffectForm> s_byType = EffectForms.All.ToFrozenDictionary(form => form.Type);

    private static readonly FrozenDictionary<string, EffectForm> s_byWord =
        EffectForms.All.ToFrozenDictionary(form => form.Word, StringComparer.Ordinal);

    /// <summary>Writes the word and the values into an object that is open.</summary>
    public static void WriteInto(Utf8JsonWriter json, Effect effect)
    {
        var form = Of(effect);
        json.WriteString("effect", form.Word);
        form.Write(json, effect);
    }

    /// <summary>Writes an object with the word and the values.</summary>
    public static void Write(Utf8JsonWriter json, Effect effect)
    {
        json.WriteStartObject();
        WriteInto(json, effect);
        json.WriteEndObject();
    }

    /// <summary>Writes an object with the values alone, for lists that hold one kind.</summary>
    public static void WriteValues(Utf8JsonWriter json, Effect effect)
    {
        json.WriteStartObject();
        Of(effect).Write(json, effect);
        json.WriteEndObject();
    }

    /// <summary>Reads what <see cref="Write"/> and <see cref="WriteInto"/> have written.</summary>
    /// <exception cref="JsonException">The element is no effect.</exception>
    public static Effect Read(JsonElement json) =>
        DecisionReading.TextAt(json, "effect") is var word && s_byWord.TryGetValue(word, out var form)
            ? form.Read(json)
            : throw new JsonException($"'{word}' is no effect.");

    /// <summary>Reads what <see cref="WriteValues"/> has written.</summary>
    /// <exception cref="JsonException">The element has not the values of such an effect.</exception>
    public static T ReadValues<T>(JsonElement json) where T : Effect => (T)s_byType[typeof(T)].Read(json);

    private static EffectForm Of(Effect effect) =>
        s_byType.TryGetValue(effect.GetType(), out var form)
            ? form
            : throw new ArgumentException($"'{effect.GetType().Name}' is no effect of the language.", nameof(effect));
}
