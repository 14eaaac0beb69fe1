using System.Globalization;
using System.Text;
using System.Xml;
using AirsPolicy.Cli.Console;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Cli.Testing;

/// <summary>Test results in the XML that CI servers read: a suite a package, a case a test. A known gap counts as skipped.</summary>
internal static class JUnitReport
{
    /// <param name="file">The path of a file of the model, as the report is to name it.</param>
    public static void Write(Stream output, IReadOnlyCollection<TestedPackage> packages, Func<SourcePlace, string> file)
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
        xml.WriteStartElement("testsuites");
        WriteCounts(xml, packages);
        foreach (var package in packages.Where(package => package.Results.Length > 0))
        {
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", package.Name);
            WriteCounts(xml, [package]);
            foreach (var (result, time) in package.Results)
                WriteCase(xml, package.Name, result, time, file);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, IReadOnlyCollection<TestedPackage> packages)
    {
        xml.WriteAttributeString("tests", Number(packages.Sum(package => package.Results.Length)));
        xml.WriteAttributeString("failures", Number(packages.Sum(package => package.Count(TestVerdict.Failed))));
        xml.WriteAttributeString("errors", "0");
        xml.WriteAttributeString("skipped", Number(packages.Sum(package => package.Count(TestVerdict.KnownGap))));
        xml.WriteAttributeString(
            "time",
            Seconds(packages.SelectMany(package => package.Results).Aggregate(TimeSpan.Zero, (sum, entry) => sum + entry.Time)));
    }

    private static void WriteCase(XmlWriter xml, string package, PolicyTestResult result, TimeSpan time, Func<SourcePlace, string> file)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", DisplayText.Visible(result.Test.Title));
        xml.WriteAttributeString("classname", package);
        xml.WriteAttributeString("file", file(result.Test.Place));
        xml.WriteAttributeString("line", Number(result.Test.Place.Line));
        xml.WriteAttributeString("time", Seconds(time));
        if (result.Verdict == TestVerdict.KnownGap)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", "known gap");
            xml.WriteEndElement();
        }
        else if (result.Verdict == TestVerdict.Failed)
        {
            foreach (var finding in result.Findings)
                WriteFailure(xml, finding, file(finding.Place));
        }

        xml.WriteEndElement();
    }

    private static void WriteFailure(XmlWriter xml, TestFinding finding, string path)
    {
        // XML 1.0 has no form for most control characters; what a terminal shows has none.
        var message = DisplayText.Visible(finding.Message);
        xml.WriteStartElement("failure");
        xml.WriteAttributeString("message", message);
        xml.WriteString($"{path}:{Number(finding.Place.Line)}:{Number(finding.Place.Column)}: {message}");
        xml.WriteEndElement();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000000", CultureInfo.InvariantCulture);
}
