using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Semantics.Audits;
using AirsPolicy.Language.Semantics.Governance;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Text.Detectors.Builtin;

namespace AirsPolicy.Language.Analysis.Tiers;

/// <summary>
/// Finds what bounds of records are about. What is missing is written into the first <c>audit</c> of the package, or into a new one.
/// </summary>
internal static class BoundedAudits
{
    /// <summary>How much is recorded.</summary>
    public static BoundedValue Record(AnalysisContext context, StandingModel standing, RequiredValueModel bound)
    {
        var depth = context.Model.Audit?.Rules.Record;
        var clause = Members<NameMemberSyntax>(context)
            .FirstOrDefault(member => depth is { } known && member.Name.Text == AuditWords.Depths.Names[(int)known])
            ?.Name;
        return clause is null
            ? Missing(context, standing, null, "nothing says how much is recorded", $"record {bound.Text}")
            : new BoundedValue(
                (long?)depth,
                clause.Source,
                clause.Span,
                $"records are '{clause.Text}'",
                [Suggestion.Replace(clause.Span, bound.Text)]);
    }

    /// <summary>How long records of a kind are kept: the least time, or the end where a tier bounds that.</summary>
    public static BoundedValue Retention(AnalysisContext context, StandingModel standing, RequiredValueModel bound)
    {
        var word = bound.Path[Requirements.AuditRetain.Length..];
        var kept = context.Model.Audit?.Rules.Retentions.AsEnumerable().FirstOrDefault(retention => AuditWords.Of(retention.Kind) == word);
        if (kept is null)
            return Missing(context, standing, null, $"nothing says how long records of '{word}' are kept", $"retain {word} {bound.Text}");
        var clause = Members<RetainMemberSyntax>(context).First(member => member.Name.Text == word);
        var (value, part) = bound.IsLeast ? (kept.Least, clause.Value) : (kept.Most, clause.To?.Value);
        var source = clause.RetainKeyword.Source;
        return part is null
            ? new BoundedValue(
                value,
                source,
                clause.Span,
                $"nothing says when records of '{word}' are deleted",
                [new DiagnosticFix($"Write 'to {bound.Text}'", [new TextEdit(new(clause.Span.End, clause.Span.End), $" to {bound.Text}")])])
            : new BoundedValue(
                value,
                source,
                part.Span,
                $"records of '{word}' are kept for {source.Slice(part.Span)}",
                [Suggestion.Replace(part.Span, bound.Text)]);
    }

    /// <summary>Whether what a detector finds is masked; null where it is.</summary>
    public static BoundedValue? Mask(AnalysisContext context, StandingModel standing, RequiredValueModel bound)
    {
        var masks = context.Model.Audit?.Rules.Masks ?? [];
        var wanted = (string)bound.Value.Value;
        if (IsCovered(wanted, masks))
            return null;
        var words = masks.Count == 0 ? "nothing is masked" : $"what is masked is {string.Join(", ", masks.Select(mask => $"'{mask}'"))}";
        return Missing(context, standing, null, words, $"mask {bound.Text}");
    }

    // A family finds whatever its members find, and all members together what it finds.
    private static bool IsCovered(string wanted, IReadOnlyCollection<string> masks)
    {
        if (masks.Contains(wanted))
            return true;
        var found = masks.SelectMany(mask => BuiltinDetectors.MembersOf(mask)).ToHashSet(StringComparer.Ordinal);
        return BuiltinDetectors.MembersOf(wanted) is { Count: > 0 } members && members.All(found.Contains);
    }

    private static BoundedValue Missing(AnalysisContext context, StandingModel standing, long? value, string words, string clause)
    {
        var (file, at) = context.Find(standing.Place);
        var own = context
            .Packages[0]
            .Syntax.Trees.SelectMany(tree => tree.Root.Declarations.OfType<AuditDeclarationSyntax>().Select(audit => (tree.Source, audit)))
            .FirstOrDefault();
        ImmutableArray<DiagnosticFix> fixes = own.audit is { } audit
            ? [ClauseFix.Insert(own.Source, audit.Block, $"Write '{clause}'", clause)]
            : [ClauseFix.Append(file, $"Add an 'audit' with '{clause}'", $"audit {{ {clause} }}")];
        return new BoundedValue(value, file, at, words, fixes);
    }

    private static IEnumerable<T> Members<T>(AnalysisContext context)
        where T : MemberSyntax => context.Packages
        .SelectMany(package => package.Syntax.Trees).SelectMany(tree => tree.Root.Declarations).OfType<AuditDeclarationSyntax>()
        .SelectMany(audit => audit.Block.Members).OfType<T>();
}
