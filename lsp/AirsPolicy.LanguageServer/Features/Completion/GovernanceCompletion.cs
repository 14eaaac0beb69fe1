using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.LanguageServer.Features.Completion;

/// <summary>Ids of catalogues, tiers, and what a waiver can be of.</summary>
internal static class GovernanceCompletion
{
    /// <summary>
    /// The ids that can be claimed behind <paramref name="word"/>: controls are satisfied, threats mitigated, and a tier requires either.
    /// </summary>
    public static IEnumerable<CompletionEntry> Ids(CompletionRequest request, string word) =>
        CompletionEntries.Of(
            word switch
            {
                "satisfies" => request.Names.Of(SymbolKind.CatalogueId),
                "mitigates" => request.Names.Of(SymbolKind.ThreatId),
                _ => request.Names.Of(SymbolKind.CatalogueId, SymbolKind.ThreatId),
            });

    /// <summary>What a waiver can be of, or be compensated by.</summary>
    public static IEnumerable<CompletionEntry> Waived(CompletionRequest request) =>
        CompletionEntries.Of(request.Names.Of(SymbolKind.Control, SymbolKind.Limit));

    /// <summary>The tiers that a system can stand in, each behind its scheme.</summary>
    public static IEnumerable<CompletionEntry> Tiers(CompletionRequest request) => Schemes(request)
        .SelectMany(scheme => scheme.Tiers.Names.Select(tier => new CompletionEntry($"{scheme.Name}.{tier}", SymbolKind.EnumName)));

    /// <summary>
    /// The tiers of the scheme whose name stands before the dot at the cursor, where a system says in which it stands; null elsewhere.
    /// </summary>
    public static IEnumerable<CompletionEntry>? TiersBehindDot(CompletionRequest request) =>
        request.Declaration == Keyword.System && request.IsBack(3, "tier") && request.Back(2) is { } scheme
            ? Schemes(request)
                .Where(known => known.Name == scheme.Text)
                .SelectMany(known => known.Tiers.Names)
                .Select(tier => new CompletionEntry(tier, SymbolKind.EnumName))
            : null;

    // Where nobody declares the scheme 'airs' its tiers are known all the same.
    private static IEnumerable<(string Name, EnumShape Tiers)> Schemes(CompletionRequest request)
    {
        var declared = request.Names.Of(SymbolKind.Scheme)
            .Select(scheme => (scheme.Name, Tiers: (scheme.Shape as RecordShape)?.Find("tier")?.Shape as EnumShape))
            .Where(scheme => scheme.Tiers is not null)
            .Select(scheme => (scheme.Name, scheme.Tiers!))
            .ToList();
        return declared.Exists(scheme => scheme.Name == "airs") ? declared : declared.Append(("airs", DecisionPoints.Tiers));
    }
}
