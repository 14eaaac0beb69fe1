using System.Globalization;
using System.Text.Json;
using AirsPolicy.Language.Analysis.Waivers;

namespace AirsPolicy.Cli.Reports;

/// <summary>What tiers require and policies have waived, as JSON.</summary>
internal static class WaivedJson
{
    public static void Write(Utf8JsonWriter json, IEnumerable<(string Policy, IReadOnlyCollection<WaivedRequirement> Waived)> policies)
    {
        json.WriteStartArray("waived");
        foreach (var (policy, waived) in policies)
        {
            foreach (var requirement in waived)
                Write(json, policy, requirement);
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string policy, WaivedRequirement requirement)
    {
        var waiver = requirement.Waiver;
        json.WriteStartObject();
        json.WriteString("package", policy);
        json.WriteString("tier", requirement.Tier);
        json.WriteString("id", requirement.Required.Id);
        json.WriteString("waiver", waiver.Subject);
        json.WriteString("because", waiver.Because);
        json.WriteString("approvedBy", waiver.ApprovedBy);
        if (waiver.Role is not null)
            json.WriteString("role", waiver.Role);
        json.WriteString("until", DateOnly.FromDayNumber(waiver.Until).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }
}
