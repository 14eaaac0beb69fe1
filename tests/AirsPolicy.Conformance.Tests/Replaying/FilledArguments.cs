using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AirsPolicy.Conformance.Tests.Replaying;

/// <summary>The arguments of a call, with a value wherever the data has an expression, a placeholder or nothing.</summary>
/// <param name="text">What the task or the injection says.</param>
/// <param name="call">Which call of it this is; values of two calls differ.</param>
internal sealed partial class FilledArguments(string text, int call)
{
    private static readonly HashSet<string> s_lists = ["hotel_names", "restaurant_names", "company_name", "recipients", "participants"];

    private string Found => $"Harbour Lantern {call}";

    public JsonObject Of(JsonObject args) =>
        new(args.Select(argument => KeyValuePair.Create(argument.Key, Filled(argument.Key, argument.Value))));

    private JsonNode? Filled(string name, JsonNode? value) => value switch
    {
        // An injected message whose text the data leaves out repeats what the injection says.
        null => Filled(name, JsonValue.Create(name == "body" ? text : Found)),
        JsonValue leaf when leaf.TryGetValue<string>(out var written) =>
            s_lists.Contains(name) ? new JsonArray(JsonValue.Create(Filled(written))) : JsonValue.Create(Filled(written)),
        JsonArray items => new JsonArray([.. items.Select(Item)]),
        _ => value.DeepClone(),
    };

    private JsonNode? Item(JsonNode? item) =>
        item is JsonValue leaf && leaf.TryGetValue<string>(out var written) ? JsonValue.Create(Filled(written)) : item?.DeepClone();

    private string Filled(string written)
    {
        if (EnumMember().Match(written) is { Success: true } member)
            return member.Groups[1].Value;
        var filled = Expression().Replace(written, Found);
        return Placeholder().IsMatch(filled) ? "What the model made of it, in words of its own." : filled;
    }

    [GeneratedRegex(@"^<expr:SharingPermission\.(\w+)>$")]
    private static partial Regex EnumMember();

    [GeneratedRegex(@"<expr:.*?>(?=$|[^>])", RegexOptions.Singleline)]
    private static partial Regex Expression();

    [GeneratedRegex(@"^(\W*|<\w+>)$")]
    private static partial Regex Placeholder();
}
