using System.Globalization;
using System.Text;
using System.Xml;
using AirsPolicy.Language.Evaluation.Coverage;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Cli.Testing;

/// <summary>
/// Coverage in the XML of Cobertura, which CI servers read: a package a policy, a class a control, a line where a rule or condition begins.
/// A line is hit as often as its rule has matched, or its condition was asked; the two sides of a condition are its branches.
/// </summary>
internal static class CoberturaReport
{
    /// <param name="file">The path of a file of the model, as the report is to name it.</param>
    public static void Write(Stream output, IReadOnlyCollection<PolicyCoverage> packages, Func<SourcePlace, string> file)
    {
        using var xml = XmlWriter.Create(
            output,
            new XmlWriterSettings
            {
                Indent = true,
                Encoding = new UTF8Encoding(false),
                NewLineChars = "\n",
            }
        );
        xml.WriteStartElement("coverage");
        var (rules, conditions) = (
            packages.Aggregate(default(CoverageCount), (sum, package) => sum + package.OfRules),
            packages.Aggregate(default(CoverageCount), (sum, package) => sum + package.OfConditions));
        WriteRates(xml, rules, conditions);
        xml.WriteAttributeString("lines-covered", Number(rules.Covered));
        xml.WriteAttributeString("lines-valid", Number(rules.All));
        xml.WriteAttributeString("branches-covered", Number(conditions.Covered));
        xml.WriteAttributeString("branches-valid", Number(conditions.All));
        xml.WriteAttributeString("complexity", "0");
        xml.WriteAttributeString("version", "1");
        xml.WriteAttributeString("timestamp", "0");
        xml.WriteStartElement("packages");
        foreach (var package in packages)
            WritePackage(xml, package, file);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WritePackage(XmlWriter xml, PolicyCoverage package, Func<SourcePlace, string> file)
    {
        xml.WriteStartElement("package");
        xml.WriteAttributeString("name", package.Package);
        WriteRates(xml, package.OfRules, package.OfConditions);
        xml.WriteAttributeString("complexity", "0");
        xml.WriteStartElement("classes");
        foreach (var control in package.Controls)
        {
            xml.WriteStartElement("class");
            xml.WriteAttributeString("name", control.Id);
            xml.WriteAttributeString("filename", file(control.Place));
            WriteRates(
                xml,
                new(control.Rules.Count(rule => rule.Matched > 0), control.Rules.Count),
                new(Conditions(control).Sum(condition => condition.Sides), 2 * Conditions(control).Count()));
            xml.WriteAttributeString("complexity", "0");
            xml.WriteStartElement("methods");
            xml.WriteEndElement();
            xml.WriteStartElement("lines");
            WriteLines(xml, control);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    // What stands in another file than the control is left out: a class has one file.
    private static void WriteLines(XmlWriter xml, ControlCoverage control)
    {
        var lines = new SortedDictionary<int, (int Hits, List<ConditionCoverage> Conditions)>();
        foreach (var rule in control.Rules.Where(rule => rule.Place.File == control.Place.File))
            lines[rule.Place.Line] = (
                lines.TryGetValue(rule.Place.Line, out var line) ? Math.Min(line.Hits, rule.Matched) : rule.Matched,
                line.Conditions ?? []);
        foreach (var condition in Conditions(control).Where(condition => condition.Place.File == control.Place.File))
        {
            lines.TryAdd(condition.Place.Line, (condition.Held + condition.HeldNot, []));
            lines[condition.Place.Line].Conditions.Add(condition);
        }
        foreach (var (number, (hits, conditions)) in lines)
        {
            xml.WriteStartElement("line");
            xml.WriteAttributeString("number", Number(number));
            xml.WriteAttributeString("hits", Number(hits));
            xml.WriteAttributeString("branch", conditions.Count > 0 ? "true" : "false");
            if (conditions.Count > 0)
            {
                var sides = new CoverageCount(conditions.Sum(condition => condition.Sides), 2 * conditions.Count);
                xml.WriteAttributeString(
                    "condition-coverage",
                    string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(sides.Share * 100):0}% ({sides.Covered}/{sides.All})"));
            }
            xml.WriteEndElement();
        }
    }

    private static IEnumerable<ConditionCoverage> Conditions(ControlCoverage control) =>
        control.Rules.SelectMany(rule => rule.Conditions).DistinctBy(condition => condition.Place);

    private static void WriteRates(XmlWriter xml, CoverageCount rules, CoverageCount conditions)
    {
        xml.WriteAttributeString("line-rate", Rate(rules));
        xml.WriteAttributeString("branch-rate", Rate(conditions));
    }

    private static string Rate(CoverageCount count) => count.Share.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
