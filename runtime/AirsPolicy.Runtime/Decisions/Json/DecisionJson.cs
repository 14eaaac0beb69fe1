using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace AirsPolicy.Runtime.Decisions.Json;

/// <summary>
/// The one JSON form of a decision, described by <c>docs/reference/schemas/decision.schema.json</c>. Names are snake_case and outcomes
/// lower-case words; durations are literals of the language (<c>15m</c>); what is null is left out, lists are always there. The same
/// decision always gives the same bytes.
/// </summary>
public static class DecisionJson
{
    // Quotes and what is not ASCII stay readable; the text is JSON and not HTML.
    private static readonly JsonWriterOptions s_compact = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonWriterOptions s_indented = s_compact with { Indented = true, NewLine = "\n" };

    /// <summary>Writes a decision as one JSON object.</summary>
    public static void Write([NotNull] Utf8JsonWriter json, [NotNull] Decision decision) => DecisionWriter.Write(json, decision);

    /// <summary>Writes why a rule refuses that the language has made, as the member <c>refusal</c>.</summary>
    public static void Write([NotNull] Utf8JsonWriter json, [NotNull] Refusal refusal) => DecisionWriter.Write(json, refusal);

    /// <summary>The decision as JSON text, on one line or indented by two spaces with line feeds.</summary>
    public static string ToText(Decision decision, bool indented = false) =>
        ToText(decision, Write, indented ? s_indented : s_compact);

    /// <summary>The JSON of one rule, as it stands in the lists of a decision.</summary>
    internal static string ToText(MatchedRule rule) => ToText(rule, DecisionWriter.WriteRule, s_compact);

    private static string ToText<T>(T value, Action<Utf8JsonWriter, T> write, JsonWriterOptions options)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, options))
            write(json, value);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Reads a decision; equal to the one that was written.</summary>
    /// <exception cref="JsonException">The text is not the JSON of a decision.</exception>
    public static Decision Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        using var document = JsonDocument.ParseValue(ref reader);
        return Read(document.RootElement);
    }

    /// <summary>Reads a decision; equal to the one that was written.</summary>
    /// <exception cref="JsonException">The element is not the JSON of a decision.</exception>
    public static Decision Read(JsonElement json) => DecisionReading.ReadDecision(json);
}
