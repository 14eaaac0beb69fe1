using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AirsPolicy.Collections;
using AirsPolicy.Language.Comparison.Requests;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Reasoning.Proofs;

/// <summary>Writes facts down as a test gives them: what every host gives is left out where it is as usual.</summary>
internal sealed class TestFactsText(RequestShape request, ValueList<string> primaryText, PolicyModel model)
{
    private readonly JsonObject _known = Known(request);

    /// <summary>Whether a test has to give a fact for it to be there.</summary>
    public bool IsGiven(string name) => !_known.ContainsKey(name);

    /// <summary>What stands behind the point, and the facts that a test which says so has.</summary>
    public (string Text, JsonObject Facts) Of(JsonObject facts)
    {
        var given = (JsonObject)_known.DeepClone();
        var members = new List<string>();
        var text = "";
        foreach (var (name, value) in facts)
        {
            if (request.Facts.Members.FirstOrDefault(member => member.WireName == name) is not { } member
                || value is null
                || name is "tool" or "system"
                || CommonFacts.Times.Contains(name))
                continue;
            var under = _known[name] as JsonObject;
            var changed = under is not null && value is JsonObject record ? Changed(record, under) : value;
            if (IsOfTrace(name, changed) is { } rest)
            {
                given[name] = under is null ? value.DeepClone() : Over(under, (JsonObject)changed);
                if (rest.Count > 0)
                    members.Add($"{Name(member)}: {Text(rest, member.Shape)}");
                continue;
            }
            if (JsonNode.DeepEquals(changed, _known[name]) || changed is JsonObject { Count: 0 } && under is not null)
                continue;
            given[name] =
                (under ?? CommonFacts.TestValueOfSomeHosts(name, request.Point) as JsonObject) is { } usual && changed is JsonObject over
                    ? Over(usual, over)
                    : changed.DeepClone();
            if (primaryText.Count == 2
                && name == primaryText[0]
                && changed is JsonObject holder
                && holder[primaryText[1]] is JsonValue written)
            {
                text = $" {Quoted(written.GetValue<string>())}";
                holder = (JsonObject)holder.DeepClone();
                holder.Remove(primaryText[1]);
                if (holder.Count == 0)
                    continue;
                changed = holder;
            }
            members.Add($"{Name(member)}: {Text(changed, member.Shape)}");
        }
        if (CommonFacts.OfAgents.Any(given.ContainsKey))
        {
            foreach (var name in CommonFacts.OfAgents)
                given.TryAdd(name, CommonFacts.TestValueOfSomeHosts(name, request.Point));
        }
        return (members.Count == 0 ? text : $"{text} {{ {string.Join(", ", members)} }}", given);
    }

    /// <summary>Whether a fact says whether a judge looks at the request; in a test it does not unless the test says so.</summary>
    public static bool IsDraw(string name) => DrawFact.DrawnFor(name) is not null;

    // How charts and breakers stand is what they make of the requests of a test; only layers without a chart are a test's to tell.
    private JsonObject? IsOfTrace(string name, JsonNode value)
    {
        if (name == "breaker" && model.Breakers.Count > 0)
            return [];
        if (name != "pace" || model.Charts.Count == 0 || value is not JsonObject record)
            return null;
        var rest = (JsonObject)record.DeepClone();
        foreach (var own in model.Charts.Select(chart => chart.Name).Append("ages"))
            rest.Remove(own);
        return rest;
    }

    // What a test has by itself.
    private static JsonObject Known(RequestShape request)
    {
        var usual = request.Harmless();
        var known = new JsonObject();
        foreach (var fact in CommonFacts.All.Concat(DecisionPoints.Find(request.Point)?.Facts ?? []))
        {
            if (fact.TestValue is { } value && fact.GiverAt(request.Point) != FactGiver.SomeHosts)
                known[fact.Name] = JsonNode.Parse(value);
        }
        foreach (var draw in request.Facts.Members.Where(member => IsDraw(member.WireName)))
            known[draw.WireName] = 1;
        foreach (var name in CommonFacts.Times.Concat(["tool", "system"]))
        {
            if (usual[name] is { } value)
                known[name] = value.DeepClone();
        }
        return known;
    }

    private static JsonObject Over(JsonObject under, JsonObject over)
    {
        var both = (JsonObject)under.DeepClone();
        foreach (var (name, value) in over)
            both[name] = value?.DeepClone();
        return both;
    }

    /// <summary>A text between quotes.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            quoted.Append(rune.Value switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                < ' ' => $"\\u{{{rune.Value:X}}}",
                _ => rune.ToString(),
            });
        }
        return quoted.Append('"').ToString();
    }

    private static JsonObject Changed(JsonObject record, JsonObject usual)
    {
        var changed = new JsonObject();
        foreach (var (name, value) in record)
        {
            if (!JsonNode.DeepEquals(value, usual[name]))
                changed[name] = value?.DeepClone();
        }
        return changed;
    }

    /// <summary>A value of a shape.</summary>
    public static string Text(JsonNode? value, Shape shape) => (value, shape) switch
    {
        (_, RestrictedShape restricted) => Text(value, restricted.Inner),
        (JsonObject record, RecordShape members) => OfRecord(record, members),
        (JsonObject record, _) when shape is not MoneyShape => OfRecord(record, new RecordShape([])),
        (JsonArray list, ListShape items) => $"[{string.Join(", ", list.Select(item => Text(item, items.Element)))}]",
        (JsonArray list, _) => $"[{string.Join(", ", list.Select(item => Text(item, AnyShape.Instance)))}]",
        (JsonValue scalar, _) => OfScalar(scalar, shape),
        _ => "\"\"",
    };

    private static string OfRecord(JsonObject record, RecordShape shape) => record.Count == 0
        ? "{}"
        : $"{{ {string.Join(", ", record.Select(member => shape.Members.FirstOrDefault(known => known.WireName == member.Key) is { } known
            ? $"{Name(known)}: {Text(member.Value, known.Shape)}"
            : $"{Quoted(member.Key)}: {Text(member.Value, AnyShape.Instance)}"))} }}";

    private static string OfScalar(JsonValue scalar, Shape shape)
    {
        var kind = scalar.GetValueKind();
        var text = kind == JsonValueKind.String ? scalar.GetValue<string>() : scalar.ToJsonString();
        return shape switch
        {
            BoolShape or IntShape or DecimalShape => text,
            ShareShape =>
                $"{(decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture) * 100).ToString("0.####", CultureInfo.InvariantCulture)}%",
            MoneyShape money => $"{text} {money.Currency}",
            SizeShape => $"{text}B",
            DurationShape or DateShape => text,
            EnumShape => IsBare(text) ? text : Quoted(text),
            _ => kind == JsonValueKind.String ? Quoted(text) : text,
        };
    }

    private static string Name(ShapeMember member) =>
        member.Name == member.WireName && IsBare(member.Name) ? member.Name : Quoted(member.WireName);

    private static bool IsBare(string name) =>
        name.Length > 0
        && char.IsAsciiLetterLower(name[0])
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')
        && !KeywordTable.IsReserved(KeywordTable.Find(name));
}
