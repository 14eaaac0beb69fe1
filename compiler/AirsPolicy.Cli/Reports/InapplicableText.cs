using System.Globalization;
using AirsPolicy.Cli.Console;
using AirsPolicy.Language.Analysis.Waivers;

namespace AirsPolicy.Cli.Reports;

/// <summary>What a tier requires and does not apply to a system, for people: said, and no finding.</summary>
internal static class InapplicableText
{
    public static void Write(Ink ink, string policy, IReadOnlyCollection<InapplicableRequirement> requirements)
    {
        if (requirements.Count == 0)
            return;
        ink.Line($"inapplicable in {policy}:", Tone.Faint);
        foreach (var (tier, inapplicable) in requirements)
        {
            var until = DateOnly.FromDayNumber(inapplicable.Until).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var role = inapplicable.Role is null ? "" : $" as {inapplicable.Role}";
            ink.Line(
                DisplayText.Visible(
                    $"  {inapplicable.Id} of {tier} until {until}, approved by {inapplicable.ApprovedBy}{role}: {inapplicable.Because}"),
                Tone.Faint);
        }
    }
}
