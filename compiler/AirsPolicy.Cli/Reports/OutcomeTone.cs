using AirsPolicy.Cli.Console;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Cli.Reports;

/// <summary>Outcomes as words and colours.</summary>
internal static class OutcomeTone
{
    public static string Word(Outcome outcome) => DecisionFacts.Outcome.Names[(int)outcome];

    public static Tone Of(Outcome outcome) => outcome switch
    {
        Outcome.Allow => Tone.Good,
        Outcome.Flag or Outcome.Amend or Outcome.Hold => Tone.Warning,
        _ => Tone.Bad,
    };
}
