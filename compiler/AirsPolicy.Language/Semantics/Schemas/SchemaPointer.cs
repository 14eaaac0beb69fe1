using System.Globalization;

namespace AirsPolicy.Language.Semantics.Schemas;

/// <summary>Follows a <c>$ref</c> inside a file: <c>#</c> and a JSON pointer (RFC 6901, section 6).</summary>
internal static class SchemaPointer
{
    /// <summary>Finds what a reference names; null, or a clause that says why there is nothing.</summary>
    public static string? Find(SchemaNode root, SchemaNode reference, out SchemaNode? target)
    {
        target = null;
        if (reference.Kind != SchemaNodeKind.Text)
            return "needs a text such as \"#/$defs/address\"";
        var text = reference.Text;
        if (text.Contains(':', StringComparison.Ordinal) && !text.StartsWith('#'))
            return $"names '{text}', which is outside the package; nothing is fetched";
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        var pointer = hash < 0 ? "" : Uri.UnescapeDataString(text[(hash + 1)..]);
        if (pointer.Length > 0 && pointer[0] != '/')
            return $"names the anchor '{text}'; it needs a pointer such as \"#/$defs/address\"";
        var node = root;
        foreach (var part in pointer.Split('/').Skip(1))
        {
            var key = part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            var next = node.Kind == SchemaNodeKind.Array ? Item(node, key) : node[key];
            if (next is null)
                return $"names '{text}', which is not in this file";
            node = next;
        }

        target = node;
        return null;
    }

    /// <summary>What stands at <c>#</c> and a JSON pointer, or null.</summary>
    public static SchemaNode? Find(SchemaNode root, string place)
    {
        var node = root;
        foreach (var part in place.Split('/').Skip(1))
        {
            var key = part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if ((node.Kind == SchemaNodeKind.Array ? Item(node, key) : node[key]) is not { } next)
                return null;
            node = next;
        }

        return node;
    }

    private static SchemaNode? Item(SchemaNode list, string key) =>
        int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Items.Count
            ? list.Items[index]
            : null;
}
