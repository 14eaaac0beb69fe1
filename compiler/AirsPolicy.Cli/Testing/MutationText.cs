using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Findings;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Language.Mutation;

namespace AirsPolicy.Cli.Testing;

/// <summary>What tests notice of a changed policy, for people: the score, and each change that none notices with its line.</summary>
internal sealed class MutationText(Ink ink, SourceIndex sources)
{
    public void Write(MutationReport? report)
    {
        ink.Write("  mutation  ", Tone.Strong);
        if (report is null)
        {
            ink.Line("nothing can be learned while a test fails", Tone.Bad);
            return;
        }
        var (survived, equal) = (report.Count(MutantVerdict.Survived), report.Count(MutantVerdict.Equal));
        ink.Line(
            $"{report.Score.Covered} of {report.Score.All} changes are noticed ({CoverageText.Share(report.Score)}){(equal > 0 ? $"; {equal} more {(equal == 1 ? "is" : "are")} proved to change nothing" : "")}",
            survived == 0 ? Tone.Good : Tone.Plain);
        foreach (var result in report.Results.Where(result => result.Verdict == MutantVerdict.Survived))
            Survivor(result);
    }

    private void Survivor(MutantResult result)
    {
        var mutant = result.Mutant;
        var at = sources.Find(mutant.Place);
        ink.Write(
                "    "
                    + (
                        at is var (source, span)
                            ? $"{TextReport.Place(source, span)}"
                            : $"{mutant.Place.File}:{mutant.Place.Line}:{mutant.Place.Column}"),
                Tone.Strong)
            .Write(": ")
            .Write(at is var (written, where) ? $"'{SourceWords.Of(written, where)}' " : $"'{mutant.Of}' ")
            .Write(mutant.Change, Tone.Warning)
            .Line(
                result.Tests == 0
                    ? ", and no test asks it"
                    : $", and {TextReport.Count(result.Tests, "test")} {(result.Tests == 1 ? "does" : "do")} not notice");
    }
}
