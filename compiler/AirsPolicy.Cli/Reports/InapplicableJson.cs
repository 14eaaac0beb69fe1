using System.Globalization;
using System.Text.Json;
using AirsPolicy.Language.Analysis.Waivers;

namespace AirsPolicy.Cli.Reports;

/// <summary>What tiers require and does not apply, as JSON.</summary>
internal static class InapplicableJson
{
    public static void Write(
        Utf8JsonWriter json,
        IEnumerable<(string Policy, IReadOnlyCollection<InapplicableRequirement> Requirements)> policies)
    {
        json.WriteStartArray("inapplicable");
        foreach (var (policy, requirements) in policies)
        {
            foreach (var requirement in requirements)
                Write(json, policy, requirement);
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string policy, InapplicableRequirement requirement)
    {
        var inapplicable = requirement.Inapplicable;
        json.WriteStartObject();
        json.WriteString("package", policy);
        json.WriteString("tier", requirement.Tier);
        json.WriteString("id", inapplicable.Id);
        json.WriteString("because", inapplicable.Because);
        json.WriteString("approvedBy", inapplicable.ApprovedBy);
        if (inapplicable.Role is not null)
            json.WriteString("role", inapplicable.Role);
        json.WriteString("until", DateOnly.FromDayNumber(inapplicable.Until).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }
}
