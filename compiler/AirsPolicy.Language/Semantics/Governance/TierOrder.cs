using System.Collections.Immutable;
using System.Globalization;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Semantics.Governance;

/// <summary>Puts the tiers of a scheme in order: the ladder's as it stands, the others by their rank.</summary>
internal static class TierOrder
{
    public static ImmutableArray<string> Of(BindingContext context, ImmutableArray<string> ladder, ImmutableArray<DeclaredTier> declarations)
    {
        var ranks = Ranks(context, declarations);
        Check(context, [.. ladder.Where(ranks.ContainsKey)], ranks);
        var order = ladder.ToBuilder();
        foreach (var tier in declarations.Select(tier => tier.Syntax.Name).DistinctBy(name => name.Text, StringComparer.Ordinal).Where(name => !ladder.Contains(name.Text)))
        {
            if (!ranks.ContainsKey(tier.Text))
                context.Report(GovernanceDiagnostics.NoRank, tier.Source, tier.Span, tier.Text);
        }
        foreach (var (name, (rank, at)) in ranks.Where(entry => !ladder.Contains(entry.Key)).OrderBy(entry => entry.Value.Rank).ThenBy(entry => entry.Key, StringComparer.Ordinal))
        {
            if (order.FirstOrDefault(other => ranks.TryGetValue(other, out var taken) && taken.Rank == rank) is { } same)
                Report(context, name, at, same, rank, rank);
            var above = 0;
            while (above < order.Count && !(ranks.TryGetValue(order[above], out var next) && next.Rank > rank))
                above++;
            order.Insert(above, name);
        }
        return order.ToImmutable();
    }

    // Several packages may add to one tier; one of them says its rank, or all the same.
    private static Dictionary<string, (long Rank, SyntaxToken At)> Ranks(BindingContext context, ImmutableArray<DeclaredTier> declarations)
    {
        var ranks = new Dictionary<string, (long Rank, SyntaxToken At)>(StringComparer.Ordinal);
        foreach (var tier in declarations)
        {
            if (tier.Rank is not { } rank || ranks.TryAdd(tier.Syntax.Name.Text, (rank, tier.Syntax.Name)))
                continue;
            var (known, _) = ranks[tier.Syntax.Name.Text];
            if (known != rank)
                Report(context, tier.Syntax.Name.Text, tier.Syntax.Name, tier.Syntax.Name.Text, rank, known);
        }
        return ranks;
    }

    private static void Check(BindingContext context, ImmutableArray<string> ladder, Dictionary<string, (long Rank, SyntaxToken At)> ranks)
    {
        for (var i = 1; i < ladder.Length; i++)
        {
            var (below, above) = (ranks[ladder[i - 1]], ranks[ladder[i]]);
            if (above.Rank <= below.Rank)
                Report(context, ladder[i], above.At, ladder[i - 1], above.Rank, below.Rank);
        }
    }

    private static void Report(BindingContext context, string tier, SyntaxToken at, string other, long rank, long otherRank) =>
        context.Report(GovernanceDiagnostics.RankBroken, at.Source, at.Span,
            tier, rank.ToString(CultureInfo.InvariantCulture), other, otherRank.ToString(CultureInfo.InvariantCulture));
}
