using System.Globalization;
using AirsPolicy.Runtime.Schemas;
using Xunit.Abstractions;

namespace AirsPolicy.Runtime.Tests.Schemas;

public class SchemaSuiteTests(ITestOutputHelper output)
{
    private static readonly string[] s_formats =
        ["date", "time", "date-time", "duration", "email", "hostname", "ipv4", "ipv6", "uri", "uuid", "json-pointer", "regex"];

    [SchemaSuiteFact]
    public void The_plain_validator_passes_every_required_test_of_the_official_suite() =>
        Assert.Equal(SchemaSuite.RequiredTests, Pass(SchemaSuite.Required(), SchemaOptions.Default));

    [SchemaSuiteFact]
    public void Formats_that_are_checked_pass_the_tests_of_the_official_suite() =>
        Pass(s_formats.SelectMany(SchemaSuite.Format).Where(group => !IsAboutPunycode(group)), new SchemaOptions { AssertFormats = true });

    // Optional: which characters the labels stand for is a standard of its own, which the format does not check.
    private static bool IsAboutPunycode(SchemaSuiteGroup group) => group.Name.Contains("A-label (punycode)", StringComparison.Ordinal);

    private int Pass(IEnumerable<SchemaSuiteGroup> groups, SchemaOptions options)
    {
        var remotes = SchemaSuite.Remotes();
        var failures = new List<string>();
        var tests = 0;
        foreach (var group in groups)
        {
            tests += group.Tests.Count;
            var compilation = JsonSchema.Compile(group.Schema, remotes, options);
            if (compilation.Schema is not { } schema)
            {
                failures.AddRange(group.Tests.Select(test => $"{group.Name}, {test.Name}: {compilation.Error!.Detail}"));
                continue;
            }
            foreach (var test in group.Tests)
            {
                var verdict = schema.Validate(test.Value);
                var expected = test.Fits ? SchemaVerdictKind.Fits : SchemaVerdictKind.Misfit;
                if (verdict.Kind != expected)
                    failures.Add($"{group.Name}, {test.Name}: {verdict.Kind}, where {expected} is right. {verdict.Detail}");
            }
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tests - failures.Count:N0} of {tests:N0}"));
        Assert.Empty(failures);
        Assert.True(tests > 0);
        return tests;
    }
}
