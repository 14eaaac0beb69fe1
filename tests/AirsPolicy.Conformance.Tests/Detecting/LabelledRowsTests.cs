using System.Globalization;
using AirsPolicy.Conformance.Tests.Streaming;
using AirsPolicy.Text.Detectors.Builtin;
using Xunit.Abstractions;

namespace AirsPolicy.Conformance.Tests.Detecting;

/// <summary>What a person found in texts that were written for it is found, and redaction takes it away.</summary>
public sealed class LabelledRowsTests(ITestOutputHelper output)
{
    private const int FewRows = 5;

    [LabelledRowsFact]
    public void Values_are_found_exactly_and_texts_without_any_are_left()
    {
        AssertBars(LabelledRow.Personal, "pii.any", leastFound: 0.97, mostFlagged: 0.01);
        AssertBars(LabelledRow.Secrets, "secret.any", leastFound: 0.97, mostFlagged: 0.02);
    }

    [LabelledRowsFact]
    public void Redaction_leaves_no_value_of_a_row_that_is_found()
    {
        var host = new StreamedHost(RedactedValuesTests.Policy);
        foreach (var file in LabelledRow.Files)
        {
            var rows = LabelledRow.Read(file).Where(row => !row.IsClean).ToList();
            var found = rows.Where(row => row.IsFound).ToList();
            Assert.All(found, row => Assert.Empty(Left(host, row)));
            var hidden = rows.Count(row => !Left(host, row).Any());
            output.WriteLine(
                $"{file}: nothing is left of {Share(hidden, rows.Count)} of {rows.Count} rows; {found.Count} are found exactly.");
        }
    }

    private static IEnumerable<string> Left(StreamedHost host, LabelledRow row)
    {
        var applied = host.Applied(host.Whole(row.Text), row.Text) ?? row.Text;
        return row.Values
            .Select(value => row.Text[value.Span.Start..value.Span.End])
            .Where(value => applied.Contains(value, StringComparison.Ordinal));
    }

    private void AssertBars(string file, string family, double leastFound, double mostFlagged)
    {
        var rows = LabelledRow.Read(file).ToList();
        var values = rows.SelectMany(row => row.Values.Select(value => (value.Kind, IsFound: value.IsFoundIn(row.Text)))).ToList();
        var found = values.Count(value => value.IsFound);
        var clean = rows.Where(row => row.IsClean).ToList();
        var flagged = clean.Count(row => BuiltinDetectors.Matches(family, row.Text).Count > 0);
        output.WriteLine(
            $"{file}: {Share(found, values.Count)} of {values.Count} values found exactly, "
                + $"{Share(flagged, clean.Count)} of {clean.Count} clean rows flagged.");
        Assert.True(found >= leastFound * values.Count);
        Assert.True(flagged <= mostFlagged * clean.Count);
        foreach (var kind in values.GroupBy(value => value.Kind).Where(kind => kind.Count() >= FewRows))
        {
            var share = (double)kind.Count(value => value.IsFound) / kind.Count();
            Assert.True(share >= leastFound, $"Of '{kind.Key}' {Share(kind.Count(value => value.IsFound), kind.Count())} are found.");
        }
    }

    private static string Share(int part, int whole) => ((double)part / whole).ToString("P1", CultureInfo.InvariantCulture);
}
