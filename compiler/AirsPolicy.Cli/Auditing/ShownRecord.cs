using System.Text;
using System.Text.Json;
using AirsPolicy.Cli.Filtering;
using AirsPolicy.Hosting.Evidence;

namespace AirsPolicy.Cli.Auditing;

/// <summary>A record as it is shown.</summary>
/// <param name="Bytes">The leaf as it stands in the log.</param>
/// <param name="Content">What is kept of its content; null where there is none.</param>
internal sealed record ShownRecord(EvidenceLeaf Leaf, byte[] Bytes, StoredContent? Content)
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Who did it, where that is kept.</summary>
    public string? By => Fields().Where(kept => kept.Name is "by" or "user" or "agent").Select(kept => kept.Text).FirstOrDefault();

    /// <summary>The facts that are kept; null where none are, or what is kept is no JSON.</summary>
    public JsonElement? Facts
    {
        get
        {
            try
            {
                return Field("facts") is { } facts ? JsonElement.Parse(facts) : null;
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    /// <summary>The tool at hand, where that is kept.</summary>
    public string? Tool => Field("tool") ?? TextIn(Facts, "tool");

    /// <summary>The id of the session, run, user or agent that the record is about, where that is kept.</summary>
    /// <param name="whose">Which, as the facts name it.</param>
    public string? IdOf(string whose)
    {
        var isHalted = Leaf.Kind is EvidenceKind.Halt or EvidenceKind.Lift && Leaf.Outcome == whose;
        return Field(whose) ?? (isHalted ? Field("id") : TextIn(MemberOf(Facts, whose), "id"));
    }

    /// <summary>A field that is kept, as text.</summary>
    public string? Field(string name) =>
        Content?.Fields.Where(field => field.Name == name).Select(field => TextOf(field.Value.Span)).FirstOrDefault();

    /// <summary>The fields that are kept, as text; what is no text in base64.</summary>
    public IEnumerable<(string Name, string Text)> Fields() =>
        Content is null ? [] : Content.Fields.Select(field => (field.Name, TextOf(field.Value.Span)));

    private static JsonElement? MemberOf(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } record && record.TryGetProperty(name, out var member) ? member : null;

    private static string? TextIn(JsonElement? json, string name) =>
        MemberOf(json, name) is { } member ? new JsonValue(member).Text : null;

    private static string TextOf(ReadOnlySpan<byte> value)
    {
        try
        {
            return s_strict.GetString(value);
        }
        catch (DecoderFallbackException)
        {
            return $"base64:{Convert.ToBase64String(value)}";
        }
    }
}
