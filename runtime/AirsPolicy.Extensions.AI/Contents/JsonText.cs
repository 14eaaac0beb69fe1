using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI.Contents;

/// <summary>Values of calls and results as JSON.</summary>
internal static class JsonText
{
    private static readonly JsonDocumentOptions s_once = new() { AllowDuplicateProperties = false };

    /// <summary>The arguments of a call; null where they cannot be written, or two members of a record differ in case alone.</summary>
    public static JsonObject? Arguments(IEnumerable<KeyValuePair<string, object?>>? arguments)
    {
        try
        {
            var record = new JsonObject((arguments ?? []).Select(argument => KeyValuePair.Create(argument.Key, NodeOf(argument.Value))));
            return HasTwins(record) ? null : record;
        }
        catch (Exception fault) when (fault is NotSupportedException or JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A value; null where there is none or it cannot be written.</summary>
    public static JsonNode? Of(object? value)
    {
        try
        {
            return NodeOf(value);
        }
        catch (Exception fault) when (fault is NotSupportedException or JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The same text for the same value, in whatever order its members stand.</summary>
    public static string Canonical(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return text.ToString();
    }

    /// <summary>A value as a text: a text as it is, anything else as JSON.</summary>
    public static string Plain(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text)
            ? text
            : node?.ToJsonString(AIJsonUtilities.DefaultOptions) ?? "";

    /// <summary>A value as an element, which does not change.</summary>
    public static JsonElement? Element(JsonNode? node) => node is null ? null : JsonElement.Parse(node.ToJsonString());

    /// <summary>A value that is written alike whenever it is written; null where there is none or it cannot be written.</summary>
    public static object? Fixed(object? value) => Of(value) is not { } node ? null : value is string or JsonElement ? value : Element(node);

    /// <summary>Arguments as calls have them.</summary>
    public static Dictionary<string, object?> Dictionary(JsonObject arguments) =>
        arguments.ToDictionary(argument => argument.Key, argument => (object?)Element(argument.Value), StringComparer.Ordinal);

    // A node that belongs to another is copied, so that what is decided on is ours alone.
    private static JsonNode? NodeOf(object? value) => value switch
    {
        null => null,
        JsonNode node => node.DeepClone(),
        JsonElement element => Node(element),
        string text => JsonValue.Create(text),
        _ => JsonSerializer.SerializeToNode(value, AIJsonUtilities.DefaultOptions.GetTypeInfo(value.GetType())),
    };

    private static JsonNode? Node(JsonElement element) =>
        element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined
            ? null
            : JsonNode.Parse(element.GetRawText(), documentOptions: s_once);

    // Functions read names whatever their case: the one that was decided on need not be the one that is read.
    private static bool HasTwins(JsonNode? node) => node switch
    {
        JsonObject record => record.DistinctBy(member => member.Key, StringComparer.OrdinalIgnoreCase).Count() != record.Count
            || record.Any(member => HasTwins(member.Value)),
        JsonArray list => list.Any(HasTwins),
        _ => false,
    };

    private static void Write(JsonNode? node, StringBuilder text)
    {
        switch (node)
        {
            case JsonObject record:
                text.Append('{');
                foreach (var (name, value) in record.OrderBy(member => member.Key, StringComparer.Ordinal))
                {
                    text.Append('"').Append(JsonEncodedText.Encode(name)).Append("\":");
                    Write(value, text);
                    text.Append(',');
                }
                text.Append('}');
                break;
            case JsonArray list:
                text.Append('[');
                foreach (var item in list)
                {
                    Write(item, text);
                    text.Append(',');
                }
                text.Append(']');
                break;
            case null:
                text.Append("null");
                break;
            default:
                text.Append(node.ToJsonString());
                break;
        }
    }
}
