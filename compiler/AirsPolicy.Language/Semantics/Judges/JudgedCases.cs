using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AirsPolicy.Collections;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Semantics.Tests;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Language.Semantics.Judges;

/// <summary>
/// Reads a file of cases whose right answer is known, one JSON object on a line: what the prompt <c>shows</c> and the <c>answer</c>, and
/// maybe <c>because</c>, <c>until</c>, <c>id</c> and <c>superseded_by</c>; at points with tools the
/// <c>tool</c>.
/// </summary>
internal sealed class JudgedCases(DeclaredJudge judge, PointFacts facts, IReadOnlyList<(string Name, ValueList<string> Path)> variables)
{
    /// <summary>How many cases a file may have.</summary>
    internal const int MostCases = 1_000;

    /// <summary>How long a line may be, in UTF-16 units.</summary>
    internal const int LongestLine = 65_536;

    private static readonly string[] s_members = ["shows", "answer", "because", "until", "id", "superseded_by", "tool"];

    private readonly CompiledLayout _layout = CompiledLayout.Of(facts.Layout);
    private readonly Dictionary<string, JudgedCase> _shown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<(string Id, int Line)> _superseding = [];

    /// <summary>The cases that stand, in the order of their lines; empty with a clause that says why the file cannot be used.</summary>
    public IReadOnlyList<JudgedCase> Read(string content, out string? problem)
    {
        var cases = new List<JudgedCase>();
        var number = 0;
        foreach (var line in content.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (line.Length == 0)
                continue;
            var mistake =
                line.Length > LongestLine
                    ? string.Create(CultureInfo.InvariantCulture, $"is longer than {LongestLine:N0} characters")
                    : Add(line, number, cases);
            problem =
                mistake is not null ? string.Create(CultureInfo.InvariantCulture, $"line {number} {mistake}")
                : cases.Count > MostCases ? string.Create(CultureInfo.InvariantCulture, $"it has more than {MostCases:N0} cases")
                : null;
            if (problem is not null)
                return [];
        }
        problem =
            _superseding.FirstOrDefault(one => !_ids.ContainsKey(one.Id)) is { Id: { } unknown, Line: var at }
                ? string.Create(CultureInfo.InvariantCulture, $"line {at} is superseded by '{unknown}', which no line is")
            : cases.Count == 0 ? "it has no case"
            : null;
        return problem is null ? cases : [];
    }

    private string? Add(string line, int number, List<JudgedCase> cases)
    {
        if (CaseJson.Parse(line) is not { } json)
            return "is not a JSON object";
        if (json.EnumerateObject().FirstOrDefault(member => !s_members.Contains(member.Name, StringComparer.Ordinal)) is
            { Value.ValueKind: not JsonValueKind.Undefined } other)
            return $"has the member '{other.Name}', where {string.Join(", ", s_members[..^1])} and {s_members[^1]} are known";
        if (!json.TryGetProperty("shows", out var shows)
            || shows.ValueKind != JsonValueKind.Object
            || !json.TryGetProperty("answer", out var answer)
            || answer.ValueKind != JsonValueKind.Object)
            return "needs the objects 'shows', with what the prompt shows, and 'answer'";
        if (Texts(json) is { } noText)
            return $"has a '{noText}' that is no text";
        var until = json.TryGetProperty("until", out var date)
            ? DateText.TryParse(date.GetString(), out var day)
                ? (int)day
                : -1
            : (int?)null;
        if (until == -1)
            return "has an 'until' that is no day such as 2027-03-31";
        if (json.TryGetProperty("id", out var id) && !_ids.TryAdd(id.GetString()!, number))
            return $"has the id '{id.GetString()}', which line {_ids[id.GetString()!]} has already";
        if (Facts(json, shows, out var missing) is not { } given)
            return missing;
        if (Unfit(given, answer) is { } unfit)
            return unfit;
        if (json.TryGetProperty("superseded_by", out var by))
        {
            _superseding.Add((by.GetString()!, number));
            return null;
        }
        var judged = new JudgedCase(
            number,
            variables.Select(variable => Shown(shows.GetProperty(variable.Name))).ToValueList(),
            given.ToJsonString(),
            answer.GetRawText(),
            Verdict(answer),
            json.TryGetProperty("because", out var because) ? because.GetString() : null,
            until);
        var key = string.Join('\0', judged.Shown.AsEnumerable());
        if (_shown.TryGetValue(key, out var before))
            return before.Answer == judged.Answer
                ? $"shows what line {before.Line} shows"
                : $"shows what line {before.Line} shows and is answered otherwise; say which of the two is superseded";
        _shown.Add(key, judged);
        cases.Add(judged);
        return null;
    }

    private static string? Texts(JsonElement json) =>
        s_members[2..].FirstOrDefault(name => json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.String);

    private JsonObject? Facts(JsonElement json, JsonElement shows, out string? problem)
    {
        problem = null;
        var given = Known();
        if (json.TryGetProperty("tool", out var tool))
            given["tool"] = tool.GetString();
        foreach (var (name, path) in variables)
        {
            if (!shows.TryGetProperty(name, out var value))
                problem ??= $"does not show '{name}', which the prompt shows";
            else
                Put(given, path, JsonNode.Parse(value.GetRawText()));
        }
        if (shows.EnumerateObject().FirstOrDefault(member => !variables.Any(variable => variable.Name == member.Name)) is
            { Value.ValueKind: not JsonValueKind.Undefined } unknown)
            problem ??= $"shows '{unknown.Name}', which the prompt does not show";
        return problem is null ? given : null;
    }

    // What a host always knows does not hang on the case, so that rules which read it can be evaluated.
    private JsonObject Known() =>
        new(
            CommonFacts
                .All.Concat(facts.Point?.Facts ?? [])
                .Where(fact => fact.TestValue is not null && facts.Layout.Facts.Find(fact.Name) is not null)
                .Select(fact => KeyValuePair.Create(fact.Name, JsonNode.Parse(fact.TestValue!))));

    private static void Put(JsonObject facts, ValueList<string> path, JsonNode? value)
    {
        var record = facts;
        foreach (var name in path.Take(path.Count - 1))
            record = (JsonObject)(record[name] ??= new JsonObject());
        record[path[^1]] = value;
    }

    private string? Unfit(JsonObject given, JsonElement answer)
    {
        var whole = (JsonObject)given.DeepClone();
        whole[JudgeFact.Answer(judge.Name)] = JsonNode.Parse(answer.GetRawText());
        return new FactReader().Read(_layout, Encoding.UTF8.GetBytes(whole.ToJsonString()), new FactFrame()) is { } failure
            ? $"does not fit: {failure.Detail.TrimEnd('.')}"
            : null;
    }

    private static string Shown(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    // What an answer says in words is another each time.
    private string Verdict(JsonElement answer) =>
        string.Join(
            ", ",
            judge
                .Returns.Members.AsEnumerable()
                .Where(member => member.Shape is EnumShape or BoolShape && answer.TryGetProperty(member.WireName, out _))
                .Select(member => $"{member.WireName} {answer.GetProperty(member.WireName)}"));
}
