using System.Globalization;
using System.Text;

namespace AirsPolicy.Conformance.Tests.Differential.Packages;

/// <summary>Workflows and agents as they are written: an agent holds nothing that its workflow does not, and goals are covered.</summary>
internal sealed class AgentsDraw
{
    private static readonly string[] s_scopes = ["ledger", "mails", "files"];

    private readonly Draw _draw;
    private readonly ConditionDraw _conditions;
    private readonly bool _orders;
    private readonly Written[] _agents;

    /// <param name="names">The agents by their names in the language and outside; empty for none.</param>
    /// <param name="orders">With <c>follows</c>.</param>
    public AgentsDraw(Draw draw, ConditionDraw conditions, IReadOnlyList<(string Name, string WireName)> names, bool orders)
    {
        (_draw, _conditions, _orders) = (draw, conditions, orders);
        var workflows = names.Count == 0 ? 0 : draw.Between(0, 2);
        _agents =
        [
            .. names.Select(agent => new Written(
                agent.Name,
                agent.WireName,
                workflows > 0 && draw.Chance(75) ? draw.Below(workflows) : null)),
        ];
        var text = new StringBuilder();
        for (var i = 0; i < workflows; i++)
        {
            var workflow = Workflow(i);
            text.AppendLine(CultureInfo.InvariantCulture, $"{workflow}");
        }
        foreach (var agent in _agents)
            text.AppendLine(CultureInfo.InvariantCulture, $"{Agent(agent)}");
        Text = text.ToString();
    }

    /// <summary>The declarations.</summary>
    public string Text { get; }

    private string Workflow(int number)
    {
        var own = _agents.Where(agent => agent.Workflow == number).ToList();
        foreach (var agent in own)
            agent.Tools = [.. PackageDraw.Tools.Where(_ => _draw.Chance(65))];
        var tools = own.SelectMany(agent => agent.Tools).Distinct(StringComparer.Ordinal).ToList();
        var never = _draw.Chance(30) ? _draw.From(PackageDraw.Tools) : null;
        var text = new StringBuilder().Append(
            CultureInfo.InvariantCulture,
            $"workflow w{number}{(_draw.Chance(50) ? $" as \"W-{number}\"" : "")} {{");
        Append(text, "tools", tools);
        if (never is not null)
            text.Append(CultureInfo.InvariantCulture, $" never {never}, phone");
        text.Append(CultureInfo.InvariantCulture, $" reads \"{string.Join("\", \"", s_scopes)}\" writes \"ledger\"");
        if (own.Count > 0 && _draw.Chance(50))
        {
            text.Append(CultureInfo.InvariantCulture, $" goal g{number} \"It is done\"");
            _draw.From(own).Covers = $"g{number}";
        }
        foreach (var agent in own)
            agent.Barred = never;
        if (_orders && own.Count > 1 && _draw.Chance(60))
            text.Append(CultureInfo.InvariantCulture, $" follows {Order([.. own.Select(agent => agent.Name)], 2)}");
        Rules(text);
        return text.Append(" }").ToString();
    }

    private string Agent(Written agent)
    {
        if (agent.Workflow is null)
            agent.Tools = [.. PackageDraw.Tools.Where(_ => _draw.Chance(60))];
        var text = new StringBuilder().Append(
            CultureInfo.InvariantCulture,
            $"agent {agent.Name}{(agent.WireName == agent.Name ? "" : $" as \"{agent.WireName}\"")}");
        if (agent.Workflow is { } workflow)
            text.Append(CultureInfo.InvariantCulture, $" in w{workflow}");
        text.Append(" {");
        if (_draw.Chance(40))
            text.Append(CultureInfo.InvariantCulture, $" kind {_draw.Pick("task", "retriever")}");
        Append(text, "tools", agent.Tools);
        var never = _draw.Chance(20) ? _draw.From(PackageDraw.Tools) : null;
        if (never is not null)
            text.Append(CultureInfo.InvariantCulture, $" never {never}");
        if (_draw.Chance(30))
            text.Append(CultureInfo.InvariantCulture, $" reads \"{_draw.From(s_scopes)}\"");
        var takers = _agents.Where(other => other != agent && _draw.Chance(60)).Select(other => other.Name).ToList();
        if (takers.Count > 0)
            text.Append(
                CultureInfo.InvariantCulture,
                $" delegates to {string.Join(", ", takers)}{(_draw.Chance(60) ? $" depth {_draw.Between(1, 3)}" : "")}");
        if (agent.Covers is { } goal)
            text.Append(CultureInfo.InvariantCulture, $" covers {goal}");
        var callable = agent.Tools.Where(tool => tool != never && tool != agent.Barred).ToArray();
        if (_orders && callable.Length > 1 && _draw.Chance(40))
            text.Append(CultureInfo.InvariantCulture, $" follows {Order(callable, 2)}");
        Rules(text);
        return text.Append(" }").ToString();
    }

    private void Rules(StringBuilder text)
    {
        for (var rules = _draw.Between(0, 2); rules > 0; rules--)
            text.Append(CultureInfo.InvariantCulture, $"\n  {_conditions.Rule(_draw.Pick(RulePlace.Calls, RulePlace.Delegate))}");
    }

    private string Order(string[] names, int depth)
    {
        var steps = _draw.Many(1, 3, () => depth > 0 && _draw.Chance(35)
            ? $"({string.Join(" | ", _draw.Many(2, 3, () => Order(names, depth - 1)))}){_draw.Pick("", "+", "*", "?")}"
            : $"{_draw.From(names)}{_draw.Pick("", "", "+", "*", "?")}");
        return string.Join(" -> ", steps);
    }

    private static void Append(StringBuilder text, string clause, IReadOnlyList<string> names)
    {
        // A group stands for all of its tools.
        foreach (var (group, tools) in PackageDraw.Groups.Where(group => clause == "tools" && group.Tools.All(names.Contains)))
            names = [.. names.Except(tools), group];
        if (names.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $" {clause} {string.Join(", ", names)}");
    }

    private sealed record Written(string Name, string WireName, int? Workflow)
    {
        public IReadOnlyList<string> Tools { get; set; } = [];

        public string? Covers { get; set; }

        public string? Barred { get; set; }
    }
}
