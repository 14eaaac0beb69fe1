using System.Reflection;
using System.Text.RegularExpressions;
using AirsPolicy.Runtime.Text.Detectors;
using AirsPolicy.Runtime.Text.Detectors.Builtin;
using Xunit;
using static AirsPolicy.Runtime.Tests.Text.Detectors.DetectorFixture;

namespace AirsPolicy.Runtime.Tests.Text.Detectors;

public sealed class BuiltinDetectorsTests
{
    public static TheoryData<string> Names => [.. BuiltinDetectors.Names];

    /// <summary>A case is a line: a text with each match in double brackets, escapes as in JSON. Lines that begin with # say what follows shows.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void A_detector_finds_what_its_cases_mark_and_nothing_else(string name)
    {
        var cases = File.ReadAllLines(CasesPath(name)).Where(line => line.Length > 0 && line[0] != '#').Select(Regex.Unescape).ToList();
        Assert.Contains(cases, line => line.Contains("[[", StringComparison.Ordinal));
        Assert.Contains(cases, line => !line.Contains("[[", StringComparison.Ordinal));
        foreach (var marked in cases)
        {
            var text = marked.Replace("[[", "", StringComparison.Ordinal).Replace("]]", "", StringComparison.Ordinal);
            Assert.Equal(marked, Mark(text, BuiltinDetectors.Matches(name, text)));
            Assert.Equal(marked, Mark(text, Spans(text, Detector(Other(name)))));
        }
    }

    [Fact]
    public void Every_class_with_the_attribute_is_in_the_table_and_every_cases_file_belongs_to_one()
    {
        var marked = typeof(BuiltinDetectors).Assembly.GetTypes()
            .Select(type => type.GetCustomAttribute<BuiltinDetectorAttribute>()?.Name).OfType<string>().Order(StringComparer.Ordinal).ToList();
        Assert.Equal(marked, BuiltinDetectors.Names.Where(name => BuiltinDetectors.FamilyOf(name) is null));
        Assert.Equal(BuiltinDetectors.Names, Directory.GetFiles(Path.GetDirectoryName(CasesPath("x"))!).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_detector_says_in_one_sentence_what_it_finds()
    {
        Assert.All(BuiltinDetectors.Names, name => Assert.Matches("^Finds .*\\.$", BuiltinDetectors.SummaryOf(name)));
        Assert.Null(BuiltinDetectors.SummaryOf("pii.none"));
    }

    [Fact]
    public void A_name_that_is_none_is_refused() =>
        Assert.Throws<ArgumentException>(() => BuiltinDetectors.Matches("pii.none", "text"));

    [Fact]
    public void A_family_finds_what_each_of_its_members_finds()
    {
        const string Text = "Card 4111 1111 1111 1111, SSN 123-45-6789, NINO AB 12 34 56 C.";
        var each = BuiltinDetectors.Names.Where(name => name != "pii.any").SelectMany(name => BuiltinDetectors.Matches(name, Text));
        Assert.Equal(each.Order(Comparer<Detection>.Create((a, b) => a.Start - b.Start)), BuiltinDetectors.Matches("pii.any", Text));
        Assert.Equal(3, BuiltinDetectors.Matches("pii.any", Text).Count);
    }

    private static string CasesPath(string name) =>
        Path.Combine(Path.GetDirectoryName(typeof(BuiltinDetectorsTests).Assembly.Location)!, "Text", "Detectors", "cases", name + ".txt");

    private static string Mark(string text, IEnumerable<Detection> matches)
    {
        foreach (var match in matches.OrderByDescending(match => match.Start))
            text = text.Insert(match.End, "]]").Insert(match.Start, "[[");
        return text;
    }
}
