namespace AirsPolicy.Runtime.Schemas.Values;

/// <summary>
/// An unchanging JSON value. Two are equal as JSON Schema has it (core section 4.2.2): numbers by what they are worth, records whatever the
/// order of their members. Equality and hash cost at most the size of the value.
/// </summary>
internal sealed class JsonValue : IEquatable<JsonValue>
{
    private static readonly string[] s_noNames = [];
    private static readonly JsonValue[] s_noItems = [];

    private readonly Dictionary<string, int>? _places;
    private readonly int _hash;

    private JsonValue(JsonKind kind, int hash)
    {
        Kind = kind;
        _hash = HashCode.Combine(kind, hash);
    }

    private JsonValue(string[] names, JsonValue[] values, Dictionary<string, int> places)
        : this(JsonKind.Record, HashOf(names, values))
    {
        Names = names;
        Items = values;
        _places = places;
    }

    public JsonKind Kind { get; }

    public bool IsTrue { get; private init; }

    public JsonNumber Number { get; private init; }

    public string Text { get; private init; } = "";

    /// <summary>The items of a list, or the values of a record's members in the order of <see cref="Names"/>.</summary>
    public JsonValue[] Items { get; private init; } = s_noItems;

    /// <summary>The names of a record's members, as written.</summary>
    public string[] Names { get; } = s_noNames;

    /// <summary>The value of a record's member, or null.</summary>
    public JsonValue? this[string name] => _places is not null && _places.TryGetValue(name, out var place) ? Items[place] : null;

    public static JsonValue Null() => new(JsonKind.Null, 0);

    public static JsonValue Of(bool value) => new(JsonKind.Boolean, value ? 1 : 0) { IsTrue = value };

    public static JsonValue Of(JsonNumber value) => new(JsonKind.Number, value.GetHashCode()) { Number = value };

    public static JsonValue Of(string value) => new(JsonKind.Text, value.GetHashCode(StringComparison.Ordinal)) { Text = value };

    public static JsonValue Of(JsonValue[] items) => new(JsonKind.List, HashOf(items)) { Items = items };

    /// <summary>A record.</summary>
    /// <param name="places">The index of each name, each once.</param>
    public static JsonValue Of(string[] names, JsonValue[] values, Dictionary<string, int> places) => new(names, values, places);

    /// <summary>The index of a record's member, or -1.</summary>
    public int PlaceOf(string name) => _places is not null && _places.TryGetValue(name, out var place) ? place : -1;

    public bool Equals(JsonValue? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || _hash != other._hash || Kind != other.Kind || Items.Length != other.Items.Length)
            return false;
        return Kind switch
        {
            JsonKind.Null => true,
            JsonKind.Boolean => IsTrue == other.IsTrue,
            JsonKind.Number => Number.Equals(other.Number),
            JsonKind.Text => string.Equals(Text, other.Text, StringComparison.Ordinal),
            JsonKind.List => Items.AsSpan().SequenceEqual(other.Items),
            _ => HasMembersOf(other),
        };
    }

    public override bool Equals(object? obj) => Equals(obj as JsonValue);

    public override int GetHashCode() => _hash;

    private bool HasMembersOf(JsonValue other)
    {
        for (var i = 0; i < Names.Length; i++)
        {
            if (other[Names[i]] is not { } value || !value.Equals(Items[i]))
                return false;
        }
        return true;
    }

    private static int HashOf(JsonValue[] items)
    {
        var hash = new HashCode();
        foreach (var item in items)
            hash.Add(item._hash);
        return hash.ToHashCode();
    }

    // A sum, so that the order of members does not matter.
    private static int HashOf(string[] names, JsonValue[] values)
    {
        var hash = 0;
        for (var i = 0; i < names.Length; i++)
            hash = unchecked(hash + HashCode.Combine(names[i].GetHashCode(StringComparison.Ordinal), values[i]._hash));
        return hash;
    }
}
