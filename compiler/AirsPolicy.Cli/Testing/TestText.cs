using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Findings;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Language.Evaluation.Testing;

namespace AirsPolicy.Cli.Testing;

/// <summary>Tells people about tests, each as it ends.</summary>
internal sealed class TestText(Terminal terminal, SourceIndex sources)
{
    private readonly Ink _ink = terminal.Ink;

    /// <summary>Tells of tests that fail, and of no others.</summary>
    public bool IsShort { get; init; }

    public void Begin(string package) => _ink.Line(package, Tone.Strong);

    public void Ended(PolicyTestResult result)
    {
        if (IsShort && result.Verdict != TestVerdict.Failed)
            return;
        var (word, tone) = result.Verdict switch
        {
            TestVerdict.Passed => ("ok  ", Tone.Good),
            TestVerdict.KnownGap => ("gap ", Tone.Warning),
            _ => ("FAIL", Tone.Bad),
        };
        _ink.Write("  ").Write(word, tone).Line("  " + DisplayText.Visible(result.Test.Title));
        if (result.Verdict == TestVerdict.Failed)
        {
            foreach (var finding in result.Findings)
                Write(finding);
        }

        terminal.Out.Flush();
    }

    public void Summary(IReadOnlyCollection<TestedPackage> packages)
    {
        var failed = packages.Sum(package => package.Count(TestVerdict.Failed));
        var gaps = packages.Sum(package => package.Count(TestVerdict.KnownGap));
        var passed = packages.Sum(package => package.Count(TestVerdict.Passed));
        _ink.Line();
        if (passed + failed + gaps == 0)
        {
            _ink.Line("no tests", Tone.Warning);
            return;
        }

        _ink.Write($"{passed} passed", passed > 0 ? Tone.Good : Tone.Plain);
        if (failed > 0)
            _ink.Write(", ").Write($"{failed} failed", Tone.Bad);
        if (gaps > 0)
            _ink.Write(", ").Write(TextReport.Count(gaps, "known gap")!, Tone.Warning);
        _ink.Line($" in {TextReport.Count(packages.Count(package => package.Results.Length > 0), "package")}");
    }

    private void Write(TestFinding finding)
    {
        var at = sources.Find(finding.Place);
        var place = at is { } found
            ? TextReport.Place(found.Source, found.Span)
            : $"{finding.Place.File}:{finding.Place.Line}:{finding.Place.Column}";
        var ofCase = finding.Case is { } number ? $" (case {number})" : "";
        _ink.Write("    " + place, Tone.Strong).Line($"{ofCase}: {DisplayText.Visible(finding.Message)}");
        if (at is { } shown)
            SourceExcerpt.Write(_ink, shown.Source, shown.Span, Tone.Bad);
    }
}
