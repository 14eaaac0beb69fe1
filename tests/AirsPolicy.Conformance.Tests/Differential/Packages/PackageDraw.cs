using System.Globalization;
using System.Text;
using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Conformance.Tests.Differential.Packages;

/// <summary>
/// A random package as somebody could write it: tools with limits, labels, workflows, agents and controls that ask for all of these. It
/// comes to the engines through the parser and the binder.
/// </summary>
internal sealed class PackageDraw
{
    /// <summary>The names of its tools.</summary>
    public static readonly string[] Tools = ["pay", "mail", "search", "files"];

    /// <summary>Its groups of tools.</summary>
    public static readonly (string Name, string[] Tools)[] Groups = [("risky", ["pay", "mail"]), ("quick", ["search", "files"])];

    private static readonly string[] s_labels = ["inner", "marked", "outer"];

    private readonly Draw _draw;

    /// <param name="seed">The same gives the same package and traces.</param>
    public PackageDraw(int seed)
    {
        _draw = new Draw(seed);
        // An order can turn out to have no end, or too many states: that the compiler says, and another is drawn.
        (PolicyModel? Model, string Text) drawn;
        do
        {
            var text = Package();
            drawn = (BoundPolicy.WithoutErrors(text), text);
            Rejected += drawn.Model is null ? 1 : 0;
        }
        while (drawn.Model is null);
        (Model, Text) = (drawn.Model, drawn.Text);
    }

    /// <summary>The package as it stands in its file.</summary>
    public string Text { get; }

    public PolicyModel Model { get; }

    /// <summary>How many drawn before were refused by the compiler.</summary>
    public int Rejected { get; }

    /// <summary>What happens in a few sessions.</summary>
    public SessionTrace Trace() => new WorkDraw(_draw, Model).Trace();

    private string Package()
    {
        var names = _draw.Chance(80)
            ? Enumerable
                .Range(0, _draw.Between(2, 4))
                .Select(i => (Name: $"a{i}", WireName: _draw.Chance(50) ? $"agent-{i}" : $"a{i}"))
                .ToList()
            : [];
        var conditions = new ConditionDraw(_draw, s_labels, [.. names.Select(agent => agent.WireName)]);
        var text = new StringBuilder("""
            policy random.work
            system s { owner "tests" }

            """);
        text.AppendLine(CultureInfo.InvariantCulture, $"queue people {{ sla 1h  reviewers \"expert\"  approvals {_draw.Between(1, 2)} }}");
        text.AppendLine("queue others { reviewers \"other\", \"expert\"  reviewers \"head\" after 5m  reviewers \"clerk\" after 2h }");
        foreach (var (group, tools) in Groups)
            text.AppendLine(CultureInfo.InvariantCulture, $"group {group} {{ tools {string.Join(", ", tools)} }}");
        foreach (var tool in Tools)
            text.AppendLine(CultureInfo.InvariantCulture, $"{Tool(tool, conditions)}");
        foreach (var label in s_labels)
            text.AppendLine(CultureInfo.InvariantCulture, $"{Label(label, conditions)}");
        if (_draw.Chance(50))
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"limit steps {_draw.Between(1, 8)} per {_draw.Pick("session", "run", "agent")} within {_draw.Pick("1m", "1h")} at tool_call, delegate {Arm(conditions)}"
            );
        text.AppendLine(CultureInfo.InvariantCulture, $"{new AgentsDraw(_draw, conditions, names, orders: _draw.Chance(70)).Text}");
        if (_draw.Chance(70))
            text.AppendLine(CultureInfo.InvariantCulture, $"{Closing()}");
        for (var i = _draw.Between(4, 7); i > 0; i--)
            text.AppendLine(CultureInfo.InvariantCulture, $"{Control(i, conditions)}");
        return text.ToString();
    }

    private string Tool(string name, ConditionDraw conditions)
    {
        var text = new StringBuilder().Append(
            CultureInfo.InvariantCulture,
            $"tool {name}{(_draw.Chance(30) ? $" as \"{name}-tool\"" : "")} {{");
        text.Append(
            name switch
            {
                "pay" => " class irreversible on stop leave args { to: text, also: [text], amount: money GBP }",
                "mail" => " class reversible args { to: text, body: text }",
                _ => " class read_only",
            }
        );
        if (_draw.Chance(name is "search" or "files" ? 50 : 15))
            text.Append(
                CultureInfo.InvariantCulture,
                $" labels {string.Join(", ", s_labels.Where(_ => _draw.Chance(50)).DefaultIfEmpty("inner"))}");
        if (_draw.Chance(30))
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n  limit {_draw.Between(1, 4)} per {_draw.Pick("session", "run", "agent", "user")}{_draw.Pick("", " within 10m")} {Arm(conditions)}"
            );
        if (name == "pay" && _draw.Chance(40))
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n  limit {_draw.Pick("20", "50")} GBP of args.amount per {_draw.Pick("session", "agent")} within 1h {Arm(conditions)}");
        if (name is "pay" or "mail" && _draw.Chance(60))
            text.Append(CultureInfo.InvariantCulture, $"\n  {conditions.Rule(name == "pay" ? RulePlace.Pay : RulePlace.Mail)}");
        return text.Append(" }").ToString();
    }

    private string Arm(ConditionDraw conditions) => _draw.Chance(40) ? $"at {_draw.Pick("50", "80")}% then {conditions.SoftEffect()}" : "";

    private string Label(string name, ConditionDraw conditions)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"label {name} {{");
        var tools = Tools.Where(_ => _draw.Chance(30)).ToList();
        if (tools.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $" from {string.Join(", ", tools)}");
        for (var i = _draw.Between(0, 2); i > 0; i--)
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n  reaches {string.Join(", ", _draw.Many(1, 2, () => _draw.Pick("pay", "mail", "output", "delegate", "message", "remember")).Distinct())} then {conditions.Effects()}"
            );
        return text.Append(" }").ToString();
    }

    // An end that is allowed, refused, held or halted.
    private string Closing() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            control closing {
              at session
              when session.event == "ends" and {{_draw.Pick("user.id == \"u2\"", "run.id == \"r1\"", "agent.depth > 0")}} then {{_draw.Pick(
                "block",
                "hold for people within 10m",
                "halt session for 1s",
                "halt run for 1m",
                "flag"
            )}}
            }
            """
        );

    private string Control(int number, ConditionDraw conditions)
    {
        var place = _draw.From(RulePlace.All);
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"control c{number} {{\n  at {place.At}");
        if (_draw.Chance(10))
            text.Append("\n  mode detect");
        if (_draw.Chance(40))
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n  on error {_draw.Pick("flag", "block", "hold for people", "halt session for 1s", "notify \"soc\"")}");
        for (var rules = _draw.Between(1, 3); rules > 0; rules--)
            text.Append(CultureInfo.InvariantCulture, $"\n  {conditions.Rule(place)}");
        return text.Append("\n}").ToString();
    }
}
