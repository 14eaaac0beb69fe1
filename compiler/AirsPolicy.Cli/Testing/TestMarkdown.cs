using System.Collections.Immutable;
using System.Text;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Findings;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Evaluation.Coverage;
using AirsPolicy.Language.Evaluation.Testing;

namespace AirsPolicy.Cli.Testing;

/// <summary>Test results as Markdown: a row of figures for each package, and then what failed and what the tests leave open.</summary>
internal static class TestMarkdown
{
    public static void Write(
        Stream stream,
        Terminal terminal,
        SourceIndex sources,
        ImmutableArray<Diagnostic> diagnostics,
        IReadOnlyCollection<TestedPackage> packages)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        var markdown = new MarkdownWriter(writer);
        var tested = packages.Where(package => package.Results.Length > 0 || package.Coverage is not null).ToList();
        markdown.Heading(diagnostics.IsEmpty ? "Tests of policies" : $"Tests of policies: {TextReport.Summary(diagnostics)}");
        markdown.Table(["package", "tests", "rules covered", "conditions covered", "changes noticed"], tested.Select(Row));
        var details = Details(terminal, sources, diagnostics, tested);
        if (details.Length > 0)
            markdown.Text(details);
    }

    private static string[] Row(TestedPackage package) =>
    [
        $"`{package.Name}`",
        Tests(package),
        Count(package.Coverage?.OfRules),
        Count(package.Coverage?.OfConditions),
        Count(package.Mutation?.Score),
    ];

    private static string Tests(TestedPackage package)
    {
        var failed = package.Count(TestVerdict.Failed);
        return $"{package.Results.Length - failed} of {package.Results.Length} passed{(failed > 0 ? $", **{failed} failed**" : "")}";
    }

    // What is not measured has no figure.
    private static string Count(CoverageCount? count) => count is { All: > 0 } known ? CoverageText.Count(known) : "–";

    private static string Details(
        Terminal terminal, SourceIndex sources, ImmutableArray<Diagnostic> diagnostics, List<TestedPackage> packages)
    {
        using var text = new StringWriter { NewLine = "\n" };
        using var plain = new Terminal(text, text, terminal.OpenInput, terminal.OpenOutput, isColoured: false, terminal.Width);
        TextReport.Write(plain.Ink, diagnostics);
        foreach (var package in packages)
        {
            plain.Ink.Line(package.Name);
            var tests = new TestText(plain, sources) { IsShort = true };
            foreach (var (result, _) in package.Results)
                tests.Ended(result);
            if (package.Coverage is { } coverage)
                new CoverageText(plain.Ink, sources).Write(coverage);
            if (package.Mutation is { Results.Count: > 0 } mutation)
                new MutationText(plain.Ink, sources).Write(mutation);
        }
        return text.ToString();
    }
}
