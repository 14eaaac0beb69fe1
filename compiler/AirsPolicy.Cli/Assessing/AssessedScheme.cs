using System.Text.Json.Nodes;
using AirsPolicy.Collections;
using AirsPolicy.Language.Analysis.Tiers;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Cli.Assessing;

/// <summary>What a profile comes to in one scheme of tiers.</summary>
/// <param name="Scheme">The scheme.</param>
/// <param name="Score">The tier, and what counted.</param>
/// <param name="Left">The tiers outside of its ladder to which the profile does not come, and why.</param>
internal sealed record AssessedScheme(SchemeModel Scheme, SchemeScore Score, ValueList<MissedLane> Left)
{
    /// <summary>The tier that the profile may be as high as: what is not known is not taken for harmless.</summary>
    public TierModel Tier => Scheme.Tiers[Score.Most];

    /// <summary>The bare name of the scheme.</summary>
    public string Name => Scheme.Name[(Scheme.Name.LastIndexOf('.') + 1)..];

    /// <summary>The sum of the scores that count.</summary>
    public long Points => Score.Counted.Where(rule => rule.Kind == SchemeRuleKind.Score).Sum(rule => rule.Value);

    /// <summary>The fields that a scheme asks for.</summary>
    public static IEnumerable<ShapeMember> FieldsOf(SchemeModel scheme) => ((RecordShape)scheme.Profile.Facts.Members[0].Shape).Members;

    /// <summary>Whether a profile says anything that it asks for.</summary>
    public bool IsAnswered(JsonObject profile) => FieldsOf(Scheme).Any(field => profile.ContainsKey(field.Name));

    /// <summary>What the tier and all tiers below it require, from the lowest on, each id once.</summary>
    public IEnumerable<(TierModel Tier, RequiredIdModel Required)> Ids => Scheme.Tiers
        .Take(Score.Most + 1).SelectMany(tier => tier.Ids.Select(id => (tier, id))).DistinctBy(each => each.id.Id);
}
