using System.Collections.Immutable;
using System.Globalization;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Semantics.Governance;

/// <summary>
/// Puts the tiers of a scheme in order. Every tier has a rank: the one it says, or in the ladder the one after the tier below it, from 1.
/// So a tier outside the ladder has its place also where the ladder's tiers say no rank.
/// </summary>
internal static class TierOrder
{
    /// <summary>The names of the tiers, rising; what does not fit is reported.</summary>
    public static ImmutableArray<string> Of(
        BindingContext context,
        ImmutableArray<string> ladder,
        ImmutableArray<DeclaredTier> declarations)
    {
        var written = WrittenRanks(context, declarations);
        var tiers = RanksOfLadder(context, ladder, written);
        var outside = declarations
            .Select(tier => tier.Syntax.Name)
            .DistinctBy(name => name.Text, StringComparer.Ordinal)
            .Where(name => !ladder.Contains(name.Text));
        foreach (var name in outside.OrderBy(name => name.Text, StringComparer.Ordinal))
        {
            if (!written.TryGetValue(name.Text, out var rank))
                context.Report(GovernanceDiagnostics.NoRank, name.Source, name.Span, name.Text);
            else if (tiers.Find(tier => tier.Rank == rank.Rank) is { } same)
                Report(context, name.Text, rank.At, rank.Rank, same);
            else
                tiers.Add(new RankedTier(name.Text, rank.Rank));
        }
        return [.. tiers.OrderBy(tier => tier.Rank).Select(tier => tier.Name)];
    }

    // Several packages may add to one tier; one of them says its rank, or all the same.
    private static Dictionary<string, (long Rank, SyntaxToken At)> WrittenRanks(
        BindingContext context,
        ImmutableArray<DeclaredTier> declarations)
    {
        var ranks = new Dictionary<string, (long Rank, SyntaxToken At)>(StringComparer.Ordinal);
        foreach (var tier in declarations)
        {
            var name = tier.Syntax.Name;
            if (tier.Rank is not { } rank || ranks.TryAdd(name.Text, (rank, name)))
                continue;
            if (ranks[name.Text].Rank is var known && known != rank)
                Report(context, name.Text, name, rank, new RankedTier(name.Text, known));
        }
        return ranks;
    }

    // Only a rank that is written can break the order: one that is not is above the tier below.
    private static List<RankedTier> RanksOfLadder(
        BindingContext context, ImmutableArray<string> ladder, Dictionary<string, (long Rank, SyntaxToken At)> written)
    {
        var tiers = new List<RankedTier>();
        foreach (var name in ladder)
        {
            var below = tiers.LastOrDefault();
            if (!written.TryGetValue(name, out var rank))
            {
                tiers.Add(new RankedTier(name, (below?.Rank ?? 0) + 1));
                continue;
            }
            if (rank.Rank <= below?.Rank)
                Report(context, name, rank.At, rank.Rank, below);
            tiers.Add(new RankedTier(name, rank.Rank));
        }
        return tiers;
    }

    private static void Report(BindingContext context, string tier, SyntaxToken at, long rank, RankedTier other) =>
        context.Report(GovernanceDiagnostics.RankBroken, at.Source, at.Span,
            tier, rank.ToString(CultureInfo.InvariantCulture), other.Name, other.Rank.ToString(CultureInfo.InvariantCulture));

    /// <summary>A tier with its rank, which may be beyond a number that can be written.</summary>
    private sealed record RankedTier(string Name, Int128 Rank);
}
