using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Starting;
using AirsPolicy.Language.Formatting;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Cli.Assessing;

/// <summary>Writes the policy that a system begins with: the baseline of its tier, and what was answered of it.</summary>
internal static class FirstPolicy
{
    public const string FileName = "policy.airs";

    /// <summary>Why none is written for a system that others make and run.</summary>
    public static UsageException OfOthers() => new(
        "No policy is written for a system that others make: a baseline would claim what is decided inside it, where no policy of yours "
        + "stands. Leave out --write, and write a policy for the gateway in front of it.");

    /// <exception cref="UsageException">Nobody answers for the system.</exception>
    public static string Write(Assessment assessment)
    {
        var (system, risk) = (assessment.System, assessment.Risk);
        var owner = system.Owner ?? throw new UsageException("Say who answers for the system before its policy is written: 'owner'.");
        string[] lines =
        [
            $"policy {system.Package} version \"0.1.0\"",
            "",
            $"extends airs.{risk.Tier.Name}",
            .. assessment.Answered.Where(scheme => scheme != risk).Select(scheme => $"extends airs.{scheme.Tier.Name}"),
            "use airs.tiers",
            .. system.Confirmed.Count == 0 ? Array.Empty<string>() : ["use catalogue \"airs_sdk\""],
            "",
            $"system {PackageName.LastOf(system.Package)} {Quoted(system.Title)} {{",
            $"owner {Quoted(owner)}",
            system.Model is null ? "" : $"model {Quoted(system.Model)}",
            system.Model is null || system.Provider is null ? "" : $"from {Quoted(system.Provider)}",
            .. assessment.Answered.Select(scheme => $"tier {scheme.Name}.{scheme.Tier.Name} because {Quoted(Reasons(scheme))}"),
            $"profile {{ {string.Join(", ", system.Profile.Select(field => $"{field.Key}: {Value(field.Value)}"))} }}",
            system.Confirmed.Count == 0 ? "" : $"satisfies {string.Join(", ", system.Confirmed)}",
            "}",
            "",
        ];
        return Formatter.Format(SyntaxTree.Parse(new SourceText(FileName, FileName, string.Join('\n', lines))));
    }

    private static string Reasons(AssessedScheme scheme)
    {
        var reasons = scheme.Score.Counted
            .Where(rule => rule.Kind is SchemeRuleKind.Score or SchemeRuleKind.Raise && rule.Value > 0)
            .Select(rule => rule.Because).Distinct(StringComparer.Ordinal).ToList();
        if (scheme.Score.Unknown.Count > 0)
            reasons.Add("what is not known is not taken for harmless");
        return string.Join(", ", reasons.DefaultIfEmpty("nothing raises it"));
    }

    private static string Value(JsonNode? value) => value switch
    {
        JsonArray list => $"[{string.Join(", ", list.Select(Value))}]",
        JsonValue text when text.TryGetValue<string>(out var word) => word,
        _ => value!.ToJsonString(),
    };

    private static string Quoted(string text)
    {
        var escaped = Visible(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        return $"\"{escaped}\"";
    }

    // What a terminal would not show has no place in a title.
    private static string Visible(string text) => string.Concat(text.ReplaceLineEndings(" ").EnumerateRunes().Where(rune =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format)));
}
