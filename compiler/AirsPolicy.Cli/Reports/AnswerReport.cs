using AirsPolicy.Cli.Console;
using AirsPolicy.Language.Reasoning.Judges;
using AirsPolicy.Language.Semantics;

namespace AirsPolicy.Cli.Reports;

/// <summary>Lists what judges can answer without anything following from it.</summary>
internal static class AnswerReport
{
    public static void Write(Terminal terminal, IEnumerable<PolicyAnalysis> analyses)
    {
        foreach (
            var (model, judge) in analyses
                .Where(analysis => analysis.Model is not null)
                .SelectMany(analysis => analysis.Model!.Judges.Select(judge => (analysis.Model!, judge)))
                .DistinctBy(judge => judge.judge.Name))
        {
            switch (PassingAnswers.Of(model, judge))
            {
                case null:
                    terminal.Out.WriteLine($"{judge.Name}: its rules tell no answers apart, or too many to list");
                    break;
                case []:
                    terminal.Out.WriteLine($"{judge.Name}: something follows from every answer");
                    break;
                case var passing:
                    terminal.Out.WriteLine($"{judge.Name}: nothing follows from");
                    foreach (var answer in passing)
                        terminal.Out.WriteLine($"  {answer}");
                    break;
            }
        }
    }
}
