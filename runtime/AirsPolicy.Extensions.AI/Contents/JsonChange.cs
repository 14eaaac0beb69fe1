using System.Text.Json.Nodes;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Extensions.AI.Contents;

/// <summary>Carries the redactions of a decision out within a JSON value.</summary>
internal static class JsonChange
{
    /// <summary>The value with its redactions; null where the change asks for more than redactions of texts in it.</summary>
    /// <param name="value">The value; it is left as it is.</param>
    /// <param name="root">Where it stands among the facts, as a JSON pointer (<c>/args</c>).</param>
    public static JsonObject? Apply(JsonObject value, string root, ContentChange change, RedactionLabels labels)
    {
        if (change.Replacement is not null
            || change.Drops.Count > 0
            || change.Appended.Count > 0
            || change.CutToCharacters is not null
            || change.CutToBytes is not null)
            return null;
        var changed = value.DeepClone().AsObject();
        foreach (var path in change.Redactions.Select(redaction => redaction.Path).Distinct(StringComparer.Ordinal))
        {
            if (!path.StartsWith(root + "/", StringComparison.Ordinal) || !Redact(changed, path, path[(root.Length + 1)..], change, labels))
                return null;
        }
        return changed;
    }

    private static bool Redact(JsonNode root, string path, string inner, ContentChange change, RedactionLabels labels)
    {
        var steps = inner
            .Split('/')
            .Select(step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
        JsonNode? node = root;
        foreach (var step in steps)
        {
            node = node switch
            {
                JsonObject record => record[step],
                JsonArray list when int.TryParse(step, out var index) && index >= 0 && index < list.Count => list[index],
                _ => null,
            };
        }
        if (node is not JsonValue value || !value.TryGetValue<string>(out var text))
            return false;
        var redacted = change.Redact(path, text, labels);
        if (node.Parent is JsonArray within)
            within[node.GetElementIndex()] = redacted;
        else
            node.Parent!.AsObject()[node.GetPropertyName()] = redacted;
        return true;
    }
}
