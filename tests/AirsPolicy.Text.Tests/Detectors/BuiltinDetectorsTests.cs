using System.Reflection;
using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Detectors.Builtin;
using AirsPolicy.Text.Detectors.Builtin.Secrets;
using AirsPolicy.Text.Views;
using static AirsPolicy.Text.Tests.Detectors.DetectorFixture;

namespace AirsPolicy.Text.Tests.Detectors;

public sealed class BuiltinDetectorsTests
{
    public static TheoryData<string> Names => [.. BuiltinDetectors.Names];

    public static TheoryData<string> Secrets => [.. SecretNames];

    private static IEnumerable<string> SecretNames =>
        BuiltinDetectors.Names.Where(name =>
            name.StartsWith("secret.", StringComparison.Ordinal) && BuiltinDetectors.FamilyOf(name) is null);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_detector_finds_what_its_cases_mark_and_nothing_else(string name)
    {
        var cases = DetectorCases.Marked(name);
        Assert.Contains(cases, line => line.Contains("[[", StringComparison.Ordinal));
        Assert.Contains(cases, line => !line.Contains("[[", StringComparison.Ordinal));
        foreach (var marked in cases)
        {
            var text = DetectorCases.Unmark(marked);
            Assert.Equal(marked, Mark(text, BuiltinDetectors.Matches(name, text)));
            Assert.Equal(marked, Mark(text, Spans(text, Detector(Other(name)))));
        }
    }

    [Fact]
    public void Every_class_with_the_attribute_and_every_row_of_a_table_is_registered_and_has_its_cases()
    {
        var marked = typeof(BuiltinDetectors).Assembly.GetTypes()
            .Select(type => type.GetCustomAttribute<BuiltinDetectorAttribute>()?.Name).OfType<string>()
            .Concat(CredentialTables().Select(kind => kind.Name)).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(marked, BuiltinDetectors.Names.Where(name => BuiltinDetectors.FamilyOf(name) is null));
        Assert.Equal(BuiltinDetectors.Names, DetectorCases.Names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_name_has_two_parts() =>
        Assert.All(BuiltinDetectors.Names, name => Assert.Equal(1, name.Count(character => character == '.')));

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
        const string Text = "Card 4111 1111 1111 1111, SSN 123-45-6789, NINO AB 12 34 56 C, jane@example.com.";
        Assert.All(BuiltinDetectors.Names.Where(name => BuiltinDetectors.FamilyOf(name) is not null), family =>
        {
            var each = BuiltinDetectors.FamilyOf(family)!.Members.SelectMany(member => BuiltinDetectors.Matches(member, Text)).Distinct();
            Assert.Equal(each.OrderBy(match => match.Start).ThenBy(match => match.End), BuiltinDetectors.Matches(family, Text));
        });
        Assert.Equal(4, BuiltinDetectors.Matches("pii.any", Text).Count);
    }

    /// <summary>Engines pass over a detector whose required parts are missing.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void What_a_detector_requires_stands_in_every_text_in_which_it_finds_something(string name)
    {
        if (BuiltinDetectors.Find(name) is not { Required: { } required } detector)
            return;
        foreach (
            var text in DetectorCases.Marked(name).Where(line => line.Contains("[[", StringComparison.Ordinal)).Select(DetectorCases.Unmark)
        )
        {
            var folded = new TextView();
            Folding.Fold(text, folded);
            var numbers = new NumberRegions();
            numbers.Fill(folded.Text);
            var read = detector.View == TextViewKind.Folded ? folded.Text.ToString() : text;
            Assert.True(required.Digits == 0 || numbers.Have(required.Digits), text);
            var comparison = required.IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
            Assert.True(required.Literals.Length == 0 || required.Literals.Any(literal => read.Contains(literal, comparison)), text);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_detector_names_the_source_of_what_it_knows_and_how_sure_it_is(string name)
    {
        if (BuiltinDetectors.Find(name) is not { } detector) return;
        Assert.InRange(detector.Score, 1, Whole);
        Assert.NotEmpty(BuiltinDetectors.Single.Single(single => single.Name == name).Source);
    }

    /// <summary>What an issuer shows in its documentation is nobody's, and one character more or less is none of its credentials.</summary>
    [Theory]
    [MemberData(nameof(Secrets))]
    public void A_detector_of_credentials_has_near_misses_and_passes_over_what_its_issuer_publishes(string name)
    {
        var published = DetectorCases.Below(name, "Published by the issuer.");
        Assert.NotEmpty(published);
        Assert.All(published, text => Assert.Empty(BuiltinDetectors.Matches(name, text)));
        Assert.True(DetectorCases.Marked(name).Except(published).Any(text => !text.Contains("[[", StringComparison.Ordinal)), name);
    }

    [Fact]
    public void No_case_of_a_credential_stands_whole_in_its_file() =>
        Assert.All(
            SecretNames,
            name =>
                Assert.All(
                    DetectorCases.Of(name).Where(line => line.Contains("[[", StringComparison.Ordinal)),
                    line => Assert.Contains(DetectorCases.Parting, line, StringComparison.Ordinal)));

    [Fact]
    public void A_family_is_as_sure_as_the_surest_member_that_found_something()
    {
        var (matches, score) = BuiltinDetectors.Ask("pii.any", "passport A12803456");
        Assert.NotEmpty(matches);
        Assert.InRange(score, 1, Whole - 1);
        Assert.Equal(Whole, BuiltinDetectors.Ask("pii.any", "passport A12803456, card 4111 1111 1111 1111").Score);
        Assert.Equal(0, BuiltinDetectors.Ask("pii.any", "nothing").Score);
    }

    private static IEnumerable<CredentialKind> CredentialTables() =>
        typeof(CredentialKind)
            .Assembly.GetTypes()
            .Select(type => type.GetProperty("All", BindingFlags.Public | BindingFlags.Static))
            .Where(property => property?.PropertyType == typeof(CredentialKind[]))
            .SelectMany(property => (CredentialKind[])property!.GetValue(null)!);

    private static string Mark(string text, IEnumerable<Detection> matches)
    {
        foreach (var match in matches.OrderByDescending(match => match.Start))
            text = text.Insert(match.End, "]]").Insert(match.Start, "[[");
        return text;
    }
}
