namespace AirsPolicy.Conformance.Tests.Differential.Packages;

/// <summary>Conditions and effects as they are written.</summary>
/// <param name="labels">The labels of the package.</param>
/// <param name="agents">The names outside of its agents; empty where it declares none.</param>
internal sealed class ConditionDraw(Draw draw, IReadOnlyList<string> labels, IReadOnlyList<string> agents)
{
    private static readonly string[] s_kinds = ["user", "model", "unclear", "tool", "document", "mail", "web", "agent", "source", "memory"];

    /// <summary>A rule at a place.</summary>
    public string Rule(RulePlace place) => $"when {Condition(place, 2)} then {Effects()}";

    /// <summary>What follows.</summary>
    public string Effects() => string.Join(", ", draw.Many(1, 2, Effect).Distinct(StringComparer.Ordinal).Take(draw.Between(1, 2)));

    /// <summary>What follows where nothing is refused for good.</summary>
    public string SoftEffect() => draw.Pick("flag \"seen\"", "flag", "notify \"soc\"", "require \"simulate\"", "hold for people within 1m");

    private string Condition(RulePlace place, int depth) => depth == 0 ? Simple(place) : draw.Below(8) switch
    {
        0 => $"({Condition(place, depth - 1)}) and ({Condition(place, depth - 1)})",
        1 => $"({Condition(place, depth - 1)}) or ({Condition(place, depth - 1)})",
        2 => $"not ({Condition(place, depth - 1)})",
        _ => Simple(place),
    };

    private string Simple(RulePlace place) => draw.Below(place.HasAgent ? 8 : 6) switch
    {
        0 or 1 or 2 when place.Texts.Length > 0 => Origin(place),
        3 when place.Texts.Length > 0 => $"{draw.From(place.Texts)} contains \"{draw.Pick("drop", "hold", "alpha", "12345678")}\"",
        0 or 1 when place == RulePlace.Calls => $"tool {draw.Pick("in", "not in")} {draw.From(PackageDraw.Groups).Name}",
        4 => Label(),
        6 or 7 => Agent(place),
        _ => Past(place),
    };

    private string Origin(RulePlace place)
    {
        if (place == RulePlace.Pay && draw.Chance(35))
            return $"{draw.Pick("any", "all")} other in args.also: ({Place("origin(other)")})";
        if (place == RulePlace.Pay && draw.Chance(15))
            return $"(count other in args.also: ({Place("origin(other)")})) {draw.Pick(">=", "==")} {draw.Between(0, 2)}";
        return Place($"origin({draw.From(place.Texts)})");
    }

    private string Place(string origin) => draw.Below(6) switch
    {
        0 => $"{origin} {draw.Pick("==", "!=")} [{Kind()}]",
        1 => $"{origin} {draw.Pick("==", "!=")} [{Kinds()}]",
        2 => $"any place in {origin}: place == {Kind()}",
        3 => $"any place in {origin}: place not in [{Kinds()}]",
        4 => $"all place in {origin}: place in [{Kinds()}]",
        _ => $"(count place in {origin}: place != {Kind()}) {draw.Pick(">=", "<")} {draw.Between(1, 2)}",
    };

    private string Kind() => draw.Chance(30) ? draw.From(labels) : draw.Chance(40) ? draw.Pick("user", "model") : draw.From(s_kinds);

    private string Kinds() => string.Join(", ", draw.Many(2, 3, Kind).Distinct(StringComparer.Ordinal));

    private string Label() => draw.Chance(80) ? $"\"{draw.From(labels)}\" in session.labels" : "session.labels == []";

    private string Agent(RulePlace place) => draw.Below(place == RulePlace.Delegate ? 9 : 6) switch
    {
        0 => $"agent.depth {draw.Pick(">", ">=", "==")} {draw.Between(0, 2)}",
        1 => $"agent.id {draw.Pick("==", "!=")} \"{Name()}\"",
        2 => $"\"{Name()}\" in agent.chain",
        3 => $"length(agent.chain) {draw.Pick(">", "==")} {draw.Between(0, 2)}",
        4 => $"any part in agent.scope: part {draw.Pick("==", "!=")} \"{draw.Pick("pay", "mail", "read")}\"",
        5 => $"agent.kind == \"{draw.Pick("task", "retriever")}\"",
        6 => $"to == \"{Name()}\"",
        7 => "any part in scope: part starts with \"p\"",
        _ => $"{draw.Pick("", "not ")}to.new",
    };

    private string Name() => draw.Chance(10) || agents.Count == 0 ? "stranger" : draw.From(agents);

    private string Past(RulePlace place)
    {
        var key = draw.Pick("session", "session", "run", "user", "system");
        if (place.HasAgent && draw.Chance(40))
            key = "agent";
        var within = draw.Pick("", " within 1m", " within 10m", " within 2h");
        return draw.Below(place == RulePlace.Delegate ? 11 : 9) switch
        {
            0 => $"count of tool_call per {key}{within} >= {draw.Between(1, 4)}",
            1 => $"count of refused {draw.Pick("tool_call", "delegate")} per {key}{within} >= {draw.Between(1, 3)}",
            2 => $"earlier tool_call c where c.tool == {draw.Pick("mail", "pay", "search")} per {key}{within}",
            3 => $"count of event e where e.outcome >= hold per {key}{within} >= {draw.Between(1, 3)}",
            4 => $"sum of c.args.amount over tool_call c per {key}{within} > {draw.Pick("10", "30", "50.50")} GBP",
            5 => $"distinct of c.agent.id over {draw.Pick("tool_call", "delegate")} c per {key}{within} > {draw.Between(1, 2)}",
            6 => $"earlier tool_result r where r.agent.depth > 0 per {key}{within}",
            7 => $"{draw.Pick("mean", "deviation")} of c.args.amount over tool_call c per {key}{within} > " +
                $"{draw.Pick("5", "10", "20.50")} GBP",
            8 => $"count of tool_call c where c.tool == pay per {key}{within} >= 2 and mean of c.args.amount over tool_call c where " +
                $"c.tool == pay per {key}{within} > deviation of c.args.amount over tool_call c per {key}{within}",
            9 => $"earlier delegate d where d.to == to per {key}{within}",
            _ => $"count of delegate d where d.agent.id == to per {key}{within} >= 1",
        };
    }

    private string Effect() => draw.Below(16) switch
    {
        0 or 1 => "block \"no\"",
        2 => "block",
        3 => "hold for people",
        4 => "hold for people within 1m",
        5 => "hold for others within 10s otherwise halt",
        6 => $"halt {draw.Pick("session", "run", "agent", "user", "agent", "run")} for {draw.Pick("1s", "30s", "5m")} \"stop\"",
        7 or 8 or 9 => $"label {draw.From(labels)}",
        10 => "require \"simulate\"",
        11 => "notify \"soc\"",
        12 => "escalate people",
        _ => $"flag \"{draw.Pick("one", "two")}\"",
    };
}
