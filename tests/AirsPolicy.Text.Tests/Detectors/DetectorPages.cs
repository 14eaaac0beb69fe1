using System.Globalization;
using System.Text;
using AirsPolicy.Text.Detectors.Builtin;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Tests.Detectors;

/// <summary>The pages of docs/reference/detectors, written from the detectors and their cases.</summary>
internal static class DetectorPages
{
    private const int Shown = 4;

    /// <summary>A page a detector by file name, and the list of all.</summary>
    public static Dictionary<string, string> All()
    {
        var pages = BuiltinDetectors.Names.ToDictionary(name => $"{name}.md", Page, StringComparer.Ordinal);
        pages.Add("README.md", Index());
        return pages;
    }

    private static string Page(string name)
    {
        var text = new StringBuilder($"# {name}\n\n{BuiltinDetectors.SummaryOf(name)}\n");
        if (BuiltinDetectors.FamilyOf(name) is { } family) return text.Append('\n').Append(List(family.Members)).ToString();
        var single = BuiltinDetectors.Single.First(detector => detector.Name == name);
        var families = BuiltinDetectors.Names.Where(other => BuiltinDetectors.FamilyOf(other)?.Members.Contains(name) == true);
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n* **Family**: {string.Join(", ", families.Select(other => $"[`{other}`]({other}.md)"))}\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"* **Reads**: the text {(single.Detector.View == TextViewKind.Plain ? "as it came, capitals and small letters apart" : "folded: digits of every script, any case, look-alike letters")}\n"
        );
        text.Append(CultureInfo.InvariantCulture, $"* **Score**: {single.Detector.Score / 10_000}%\n* **Source**: {single.Source}\n");
        var cases = DetectorCases
            .Of(name)
            .Where(line =>
                !line.Contains('\\', StringComparison.Ordinal) && !line.Contains(DetectorCases.Parting, StringComparison.Ordinal))
            .ToList();
        Append(text, "Finds", cases.Where(line => line.Contains("[[", StringComparison.Ordinal)));
        Append(text, "Passes over", cases.Where(line => !line.Contains("[[", StringComparison.Ordinal)));
        return text.ToString();
    }

    private static void Append(StringBuilder text, string title, IEnumerable<string> cases)
    {
        var shown = cases.Take(Shown).ToList();
        if (shown.Count > 0) text.Append(CultureInfo.InvariantCulture, $"\n{title}:\n\n```text\n{string.Join('\n', shown)}\n```\n");
    }

    private static string Index()
    {
        var text = new StringBuilder("""
            # Built-in detectors

            Written from the runtime; a test keeps it true. Every policy can name them without declaring them: `pii.card.found(prompt.text)`, `redact pii.any as mask`.
            In the pages double brackets mark what is found. [How well they find it](../detection-identifiers.md).

            """.ReplaceLineEndings("\n"));
        var families = BuiltinDetectors.Names.Where(name => BuiltinDetectors.FamilyOf(name) is not null).ToList();
        text.Append("\n## Families\n\n").Append(List(families));
        foreach (
            var prefix in BuiltinDetectors
                .Single.Select(detector => detector.Name[..detector.Name.IndexOf('.', StringComparison.Ordinal)])
                .Distinct())
        {
            var names = BuiltinDetectors
                .Single.Select(detector => detector.Name)
                .Where(name => name.StartsWith(prefix + ".", StringComparison.Ordinal));
            text.Append(CultureInfo.InvariantCulture, $"\n## {prefix}\n\n{List(names)}");
        }
        return text.ToString();
    }

    private static string List(IEnumerable<string> names) =>
        "| detector | |\n|---|---|\n"
        + string.Concat(names.Select(name => $"| [`{name}`]({name}.md) | {BuiltinDetectors.SummaryOf(name)} |\n"));
}
