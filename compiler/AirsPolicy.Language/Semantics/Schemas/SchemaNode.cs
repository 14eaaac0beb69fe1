using System.Globalization;

namespace AirsPolicy.Language.Semantics.Schemas;

internal enum SchemaNodeKind { Object, Array, Text, Number, True, False, Null }

/// <summary>A value of a schema file that knows where it stands.</summary>
/// <param name="parent">What it stands in, or null for the root.</param>
/// <param name="key">Its key or index there.</param>
/// <param name="kind">What it is.</param>
/// <param name="start">Its first byte in the file.</param>
/// <param name="text">The decoded text, or the digits of a number as written; empty for the rest.</param>
internal sealed class SchemaNode(SchemaNode? parent, string key, SchemaNodeKind kind, int start, string text)
{
    private int? _end;
    private readonly List<SchemaNode> _items = [];
    private Dictionary<string, SchemaNode>? _members;

    public SchemaNode? Parent => parent;

    /// <summary>What it stands in last: the root of its file.</summary>
    public SchemaNode Root
    {
        get
        {
            var node = this;
            while (node.Parent is { } outer)
                node = outer;
            return node;
        }
    }

    public string Key => key;

    public SchemaNodeKind Kind => kind;

    public int Start => start;

    /// <summary>One past the last byte.</summary>
    public int End => _end ?? start;

    public string Text => text;

    /// <summary>The items of an array or the values of an object, in the order of the file.</summary>
    public IReadOnlyList<SchemaNode> Items => _items;

    /// <summary>The member of that name, or null.</summary>
    public SchemaNode? this[string name] => _members?.GetValueOrDefault(name);

    /// <summary>Adds a child while the file is read; false where an object has its key already.</summary>
    public bool Add(SchemaNode child)
    {
        if (kind == SchemaNodeKind.Object && !(_members ??= new(StringComparer.Ordinal)).TryAdd(child.Key, child))
            return false;
        _items.Add(child);
        return true;
    }

    public void EndAt(int end) => _end = end;

    /// <summary>The place as a JSON pointer (RFC 6901), "" for the root.</summary>
    public string Pointer
    {
        get
        {
            var parts = new Stack<string>();
            for (var node = this; node.Parent is not null; node = node.Parent)
                parts.Push(node.Key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
            return string.Concat(parts.Select(part => "/" + part));
        }
    }

    /// <summary>The number, or null where it is none or outside what a decimal holds.</summary>
    public decimal? Number => kind == SchemaNodeKind.Number
        && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
