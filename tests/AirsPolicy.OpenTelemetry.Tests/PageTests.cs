using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AirsPolicy.Hosting.Telemetry;
using AirsPolicy.Language.Tests.Corpus;

namespace AirsPolicy.OpenTelemetry.Tests;

/// <summary>The page, the dashboard and the alerts use the names of the table, and what they show is what is tested.</summary>
public sealed partial class PageTests
{
    private const string Begin = "<!-- names:begin -->\n", End = "<!-- names:end -->";

    private static readonly string s_page = PathOf("docs", "guide", "telemetry.md");

    [Fact]
    public void The_page_lists_every_name_with_what_it_says()
    {
        var page = File.ReadAllText(s_page);
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));
        var table = string.Join('\n', typeof(TelemetryNames).GetNestedTypes().Select(Table));
        if (Environment.GetEnvironmentVariable("AIRS_UPDATE_DOCS") == "1")
            File.WriteAllText(s_page, page[..begin] + table + page[end..]);
        else
            Assert.Equal(table, page[begin..end]);
    }

    [Fact]
    public void The_dashboard_asks_for_metrics_of_the_table_alone()
    {
        var dashboard = JsonNode.Parse(File.ReadAllText(PathOf("docs", "guide", "telemetry", "dashboard.json")))!;
        var asked = dashboard["panels"]!.AsArray()
            .SelectMany(panel => panel!["targets"]!.AsArray())
            .SelectMany(target => MetricsIn((string)target!["expr"]!))
            .ToList();
        Assert.Empty(asked.Except(Known()));
        Assert.Equal([], Metrics().Where(metric => metric != TelemetryNames.Metrics.JudgeCost && !Covers(asked, metric)));
    }

    [Fact]
    public void The_alerts_ask_for_metrics_of_the_table_alone_and_stand_on_the_page()
    {
        var rules = File.ReadAllText(PathOf("docs", "guide", "telemetry", "alerts.yaml"));
        var names = AlertName().Matches(rules).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(13, names.Count);
        var page = File.ReadAllText(s_page);
        Assert.All(names, name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
        Assert.Empty(MetricsIn(rules).Except(Known()));
        Assert.Equal(names.Count, Regex.Count(rules, @"(?m)^        expr: \|$"));
    }

    [Fact]
    public void Attributes_in_queries_are_those_of_the_table()
    {
        var known = Names(typeof(TelemetryNames.Attributes)).Select(Prometheus).Concat(Known()).ToHashSet(StringComparer.Ordinal);
        foreach (var file in new[] { "dashboard.json", "alerts.yaml" })
            Assert.Empty(
                Word().Matches(File.ReadAllText(PathOf("docs", "guide", "telemetry", file))).Select(match => match.Value).Except(known));
    }

    [Fact]
    public void The_wiring_that_is_shown_is_the_wiring_that_is_tested()
    {
        const string Wiring = "services.AddOpenTelemetry().AddAirsPolicy()";
        Assert.Contains(Wiring, File.ReadAllText(PathOf("tests", "AirsPolicy.OpenTelemetry.Tests", "EventTests.cs")), default);
        Assert.Contains($"{Wiring};", File.ReadAllText(PathOf("runtime", "AirsPolicy.OpenTelemetry", "README.md")), default);
        Assert.Contains($"{Wiring};", File.ReadAllText(s_page), default);
    }

    private static string Table(Type kind)
    {
        var text = new StringBuilder($"### {kind.Name}\n\n| name | |\n|---|---|\n");
        foreach (var field in kind.GetFields())
            text.Append(CultureInfo.InvariantCulture, $"| `{field.GetRawConstantValue()}` | {Summary(kind, field)} |\n");
        return text.ToString();
    }

    private static string Summary(Type kind, FieldInfo field)
    {
        var file = Path.ChangeExtension(typeof(TelemetryNames).Assembly.Location, ".xml");
        var name = $"F:{kind.FullName!.Replace('+', '.')}.{field.Name}";
        var summary = XDocument.Load(file).Descendants("member").Single(member => (string?)member.Attribute("name") == name).Element("summary")!;
        foreach (var code in summary.Elements("c").ToList())
            code.ReplaceWith($"`{code.Value}`");
        return summary.Value.Trim().TrimEnd('.').ReplaceLineEndings(" ");
    }

    private static List<string> Metrics() => [.. Names(typeof(TelemetryNames.Metrics))];

    private static IEnumerable<string> Names(Type kind) => kind.GetFields().Select(field => (string)field.GetRawConstantValue()!);

    // What exporters make of the names, by kind and unit.
    private static HashSet<string> Known() => [.. Metrics().SelectMany(Exported)];

    private static IEnumerable<string> Exported(string metric) => metric switch
    {
        TelemetryNames.Metrics.DecisionDuration or TelemetryNames.Metrics.JudgeDuration =>
            [$"{Prometheus(metric)}_seconds", $"{Prometheus(metric)}_seconds_bucket"],
        TelemetryNames.Metrics.StoreLatency => [$"{Prometheus(metric)}_seconds"],
        TelemetryNames.Metrics.StoresFilling => [$"{Prometheus(metric)}_ratio"],
        TelemetryNames.Metrics.Decisions or TelemetryNames.Metrics.ControlsFired or TelemetryNames.Metrics.JudgeTokens
            or TelemetryNames.Metrics.JudgeCost or TelemetryNames.Metrics.ClassifierFailures => [$"{Prometheus(metric)}_total"],
        _ => [Prometheus(metric)],
    };

    private static bool Covers(List<string> asked, string metric) => Exported(metric).Any(asked.Contains);

    private static string Prometheus(string name) => name.Replace('.', '_');

    // A metric stands before a selector or a range, or is compared as it is.
    private static IEnumerable<string> MetricsIn(string text)
    {
        var attributes = Names(typeof(TelemetryNames.Attributes)).Select(Prometheus).ToHashSet(StringComparer.Ordinal);
        return Word().Matches(text).Select(match => match.Value).Where(word => Known().Contains(word) || !attributes.Contains(word));
    }

    private static string PathOf(params string[] parts) => Path.Combine([RepositoryFolder.Root, .. parts]);

    [GeneratedRegex(@"\b(airs|gen_ai)_[a-z_]+\b|\berror_type\b")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?m)^      - alert: ([A-Za-z]+)$")]
    private static partial Regex AlertName();
}
