using System.Globalization;
using AirsPolicy.Cli.Console;
using AirsPolicy.Language.Analysis.Waivers;

namespace AirsPolicy.Cli.Reports;

/// <summary>What a tier requires and a policy has waived, for people: said, and no finding.</summary>
internal static class WaivedText
{
    public static void Write(Ink ink, string policy, IReadOnlyCollection<WaivedRequirement> waived)
    {
        if (waived.Count == 0)
            return;
        ink.Line($"waived in {policy}:", Tone.Faint);
        foreach (var requirement in waived)
        {
            var waiver = requirement.Waiver;
            var until = DateOnly.FromDayNumber(waiver.Until).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var of = waiver.Subject == requirement.Required.Id ? "" : $" with {waiver.Name}";
            var role = waiver.Role is null ? "" : $" as {waiver.Role}";
            ink.Line(
                DisplayText.Visible(
                    $"  {requirement.Tier} without {requirement.Required.Id}{of} until {until}, approved by {waiver.ApprovedBy}{role}: {waiver.Because}"
                ),
                Tone.Faint);
        }
    }
}
