using System.Text.Json;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Language.Evaluation.Coverage;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Mutation;

namespace AirsPolicy.Cli.Testing;

/// <summary>
/// Test results as JSON. Lines and columns count from 1, columns in UTF-16 units. Without times, so that the same policy gives the same
/// document.
/// </summary>
internal sealed class TestJson(SourceIndex sources)
{
    /// <summary>Writes the results as members of an object.</summary>
    public void Write(Utf8JsonWriter json, IReadOnlyCollection<TestedPackage> packages)
    {
        json.WriteStartArray("packages");
        foreach (var package in packages.Where(package => package.Results.Length > 0 || package.Coverage is not null))
            WritePackage(json, package);
        json.WriteEndArray();
        json.WriteNumber("passed", packages.Sum(package => package.Count(TestVerdict.Passed)));
        json.WriteNumber("failed", packages.Sum(package => package.Count(TestVerdict.Failed)));
        json.WriteNumber("knownGaps", packages.Sum(package => package.Count(TestVerdict.KnownGap)));
    }

    private void WritePackage(Utf8JsonWriter json, TestedPackage package)
    {
        json.WriteStartObject();
        json.WriteString("name", package.Name);
        json.WriteStartArray("tests");
        foreach (var (result, _) in package.Results)
            WriteTest(json, result);
        json.WriteEndArray();
        if (package.Coverage is { } coverage)
            WriteCoverage(json, coverage);
        if (package.Mutation is { } mutation)
            WriteMutation(json, mutation);
        json.WriteEndObject();
    }

    private void WriteTest(Utf8JsonWriter json, PolicyTestResult result)
    {
        json.WriteStartObject();
        json.WriteString("title", result.Test.Title);
        json.WriteString("verdict", JsonNamingPolicy.SnakeCaseLower.ConvertName(result.Verdict.ToString()));
        WritePlace(json, result.Test.Place);
        json.WriteStartArray("findings");
        foreach (var finding in result.Findings)
        {
            json.WriteStartObject();
            json.WriteString("message", finding.Message);
            if (finding.Case is { } number)
                json.WriteNumber("case", number);
            WritePlace(json, finding.Place);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCoverage(Utf8JsonWriter json, PolicyCoverage coverage)
    {
        json.WriteStartObject("coverage");
        foreach (
            var (name, count) in new[]
            {
                ("controls", coverage.OfControls),
                ("rules", coverage.OfRules),
                ("conditions", coverage.OfConditions),
            }
        )
        {
            json.WriteStartObject(name);
            WriteCount(json, count);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private void WriteMutation(Utf8JsonWriter json, MutationReport mutation)
    {
        json.WriteStartObject("mutation");
        WriteCount(json, mutation.Score);
        json.WriteNumber("equal", mutation.Count(MutantVerdict.Equal));
        json.WriteStartArray("survived");
        foreach (var result in mutation.Results.Where(result => result.Verdict == MutantVerdict.Survived))
        {
            json.WriteStartObject();
            json.WriteString("change", result.Mutant.Change);
            json.WriteNumber("tests", result.Tests);
            WritePlace(json, result.Mutant.Place);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCount(Utf8JsonWriter json, CoverageCount count)
    {
        json.WriteNumber("covered", count.Covered);
        json.WriteNumber("all", count.All);
    }

    private void WritePlace(Utf8JsonWriter json, SourcePlace place)
    {
        json.WriteString("path", sources.PathOf(place));
        json.WriteNumber("line", place.Line);
        json.WriteNumber("column", place.Column);
    }
}
