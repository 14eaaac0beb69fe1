using AirsPolicy.Cli.Console;
using AirsPolicy.Language.Analysis.Openings;

namespace AirsPolicy.Cli.Reports;

/// <summary>Where nothing of a policy stands, for people: said, and no finding.</summary>
internal static class OpenText
{
    public static void Write(Ink ink, string policy, OpenPlaces open)
    {
        if (open.Points.Count + open.Tried.Count + open.Tools.Count == 0)
            return;
        ink.Line($"open in {policy}:", Tone.Faint);
        Write(ink, "nothing can match at", open.Points);
        Write(ink, "what can match is tried out alone at", open.Tried);
        Write(ink, "no rule that can match looks at calls of", open.Tools);
    }

    private static void Write(Ink ink, string words, IReadOnlyCollection<string> names)
    {
        if (names.Count > 0)
            ink.Line($"  {words} {string.Join(", ", names.Select(DisplayText.Visible))}", Tone.Faint);
    }
}
