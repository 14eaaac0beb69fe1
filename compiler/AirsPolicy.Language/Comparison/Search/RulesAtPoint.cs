using AirsPolicy.Language.Comparison.Requests;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Comparison.Search;

/// <summary>The rules of both versions that stand at a point for a tool.</summary>
internal static class RulesAtPoint
{
    public static IEnumerable<(RuleScope Scope, RuleModel Rule)> At(VersionPair pair, RequestShape request) =>
        Of(pair.Before, pair.After, request).Concat(Of(pair.After, pair.Before, request));

    private static IEnumerable<(RuleScope Scope, RuleModel Rule)> Of(PolicyVersion version, PolicyVersion other, RequestShape request)
    {
        var tool = version.Model.Tools.FirstOrDefault(known => known.WireName == request.Tool)?.Name;
        return from control in version.Model.Controls
               from placement in control.Placements
               where placement.Point == request.Point && (placement.Tools.Count == 0 || tool is not null && placement.Tools.Contains(tool))
               from rule in placement.Rules
               select (new RuleScope(version, other, request, [], control.Id), rule);
    }
}
