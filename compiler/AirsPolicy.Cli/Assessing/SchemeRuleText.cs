using System.Globalization;
using AirsPolicy.Language.Model.Governance;

namespace AirsPolicy.Cli.Assessing;

/// <summary>What a rule of a scheme does, in a word or two.</summary>
internal static class SchemeRuleText
{
    public static string Of(SchemeModel scheme, SchemeRuleModel rule) => rule.Kind switch
    {
        SchemeRuleKind.Score => rule.Value.ToString("+0;-0", CultureInfo.InvariantCulture),
        SchemeRuleKind.Raise => string.Create(CultureInfo.InvariantCulture, $"{rule.Value} higher"),
        SchemeRuleKind.AtLeast => $"at least {scheme.Tiers[(int)rule.Value].Name}",
        _ => $"only {scheme.Tiers[(int)rule.Value].Name}",
    };
}
