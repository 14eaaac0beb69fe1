using System.Globalization;
using System.Text.Json;
using AirsPolicy.Collections;

namespace AirsPolicy.Language.Symbols.Catalogues;

/// <summary>
/// The members of an object in a file of the catalogue. One that is not known is refused: a slip in <c>points</c> would loosen a claim.
/// </summary>
internal sealed class CatalogueMembers
{
    private const int LongestText = 1_000;

    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);
    private readonly string _place;

    /// <param name="json">The object.</param>
    /// <param name="place">What messages call it: <c>entry 3</c>.</param>
    /// <param name="known">The names that it may have.</param>
    /// <exception cref="InvalidDataException">It is no object, or has another member.</exception>
    public CatalogueMembers(JsonElement json, string place, params ReadOnlySpan<string> known)
    {
        _place = place;
        if (json.ValueKind != JsonValueKind.Object)
            throw Refusal("is not an object");
        foreach (var member in json.EnumerateObject())
        {
            if (!known.Contains(member.Name))
                throw Refusal($"has '{member.Name}', where it may have {string.Join(", ", known.ToArray().Select(name => $"'{name}'"))}");
            _members.Add(member.Name, member.Value);
        }
    }

    /// <summary>A clause that says of this object what is wrong, as an exception.</summary>
    public InvalidDataException Refusal(string clause) => new($"{_place} {clause}");

    /// <summary>A text that has to be there.</summary>
    public string Text(string name) => OptionalText(name) ?? throw Refusal($"has no '{name}'");

    /// <summary>A text, or null where there is none.</summary>
    public string? OptionalText(string name) => _members.TryGetValue(name, out var json) ? TextOf(json, name) : null;

    /// <summary>The texts of a list; none where it is not there.</summary>
    public ValueList<string> Texts(string name) => Items(name).Select(item => TextOf(item, name)).ToValueList();

    /// <summary>The items of a list; none where it is not there.</summary>
    public IEnumerable<JsonElement> Items(string name)
    {
        if (!_members.TryGetValue(name, out var json))
            return [];
        return json.ValueKind == JsonValueKind.Array ? json.EnumerateArray() : throw Refusal($"has '{name}', which is not a list");
    }

    /// <summary>The objects behind the names of an object, with what messages call them; none where it is not there.</summary>
    public IEnumerable<(string Name, JsonElement Json)> Named(string name)
    {
        if (!_members.TryGetValue(name, out var json))
            return [];
        return json.ValueKind == JsonValueKind.Object
            ? json.EnumerateObject().Select(member => (member.Name, member.Value))
            : throw Refusal($"has '{name}', which is not an object");
    }

    /// <summary>A word of an enumeration, or null where there is none.</summary>
    public T? Word<T>(string name)
        where T : struct, Enum => OptionalText(name) is { } word ? CatalogueWords.Find<T>(word) ?? throw Unknown<T>(name, word) : null;

    /// <summary>The words of a list; none where it is not there.</summary>
    public ValueList<T> Words<T>(string name)
        where T : struct, Enum =>
        Texts(name).Select(word => CatalogueWords.Find<T>(word) ?? throw Unknown<T>(name, word)).ToValueList();

    /// <summary>What messages call an item of a list.</summary>
    public static string Place(string kind, int index) => string.Create(CultureInfo.InvariantCulture, $"{kind} {index + 1}");

    private InvalidDataException Unknown<T>(string name, string word)
        where T : struct, Enum =>
        Refusal($"has '{word}' for '{name}', where it may have {string.Join(", ", CatalogueWords.Of<T>().Select(known => $"'{known}'"))}");

    private string TextOf(JsonElement json, string name)
    {
        if (json.ValueKind != JsonValueKind.String || json.GetString()! is not { } text || string.IsNullOrWhiteSpace(text))
            throw Refusal($"has '{name}' without a text");
        if (text.Any(char.IsControl))
            throw Refusal($"has '{name}' with a control character, such as the end of a line");
        return text.Length <= LongestText ? text : throw Refusal($"has '{name}', which is longer than {LongestText:N0} characters");
    }
}
