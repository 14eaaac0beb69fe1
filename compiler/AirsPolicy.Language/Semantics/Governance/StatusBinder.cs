using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Names;
using AirsPolicy.Language.Semantics.Tests;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Semantics.Governance;

/// <summary>Binds the tiers in which the system stands, and its profile.</summary>
internal static class StatusBinder
{
    private const string Framework = "airs";

    /// <summary>
    /// One <c>tier</c> of the system. Where no package declares the framework's scheme its four tiers are known all the same; nothing is
    /// required of them.
    /// </summary>
    public static SystemModel Bind(BindingContext context, SystemModel system, SystemTierMemberSyntax syntax, ClauseSet clauses)
    {
        if (syntax.Tier.IsMissing || syntax.Tier.Parts.Any(part => part.IsMissing))
            return system;
        var name = syntax.Tier.Text;
        var dot = name.LastIndexOf('.');
        var (scheme, tier) = dot < 0 ? ("", name) : (name[..dot], name[(dot + 1)..]);
        if (NameLookup.Find(context.Root, scheme, SymbolKind.Scheme) is { } declared)
        {
            context.Notes?.Refer(syntax.Tier.Parts[^2], SymbolKind.Scheme, declared.QualifiedName, null, null, declared);
            return BindDeclared(context, system, syntax, clauses, declared, tier);
        }

        if (scheme == Framework || dot < 0)
            return BindFramework(context, system, syntax, clauses, tier);
        context.ReportUnknown(
            NameDiagnostics.UnknownDeclaration,
            syntax.TierKeyword.Source,
            syntax.Tier.Span,
            name,
            context.Schemes.Values.OfType<BoundScheme>().SelectMany(known => known.Tiers.Names.Select(n => $"{known.Symbol.Name}.{n}")),
            "scheme",
            scheme);
        return system;
    }

    /// <summary>Which tier <c>tier</c> alone means, or null where none is declared.</summary>
    public static BoundTier? TierOf(BindingContext context, SystemModel? system) =>
        context.Statuses.Find(standing => standing.Scheme.Symbol.Name == Framework)?.Tier
        ?? (system?.Tier is { } tier ? new BoundTier(FactShapes.Tier, FactShapes.Tier.IndexOf(tier.Split('.')[^1]))
            : context.Statuses is [var only] ? only.Tier
            : null);

    /// <summary>Once all tiers are known: what the profile says to each scheme.</summary>
    public static void BindProfile(BindingContext context, PackageSymbol package, ProfileRecordMemberSyntax? profile)
    {
        if (profile?.Record is not RecordExpressionSyntax record)
            return;
        var values = new FactValueBinder(
            context,
            package,
            System.Collections.Immutable.ImmutableDictionary<string, Expressions.LocalName>.Empty);
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in record.Fields)
        {
            if (field.Name.IsMissing)
                continue;
            var name = FieldName.Of(field);
            if (given.Add(name))
                BindField(context, values, field, name);
            else
                context.Report(ControlDiagnostics.MemberTwice, field.Name.Source, field.Name.Span, "profile", name);
        }
    }

    /// <summary>
    /// The tier that <c>tier</c> alone means in a package; null where it is not known. A library means the framework's, whatever other
    /// scheme the system stands in.
    /// </summary>
    public static BoundTier? TierIn(BindingContext context, PackageSymbol package) =>
        package.IsPolicy || StandsInFramework(context) ? context.Tier : null;

    /// <summary>Whether the system stands in a tier of the framework.</summary>
    public static bool StandsInFramework(BindingContext context) =>
        context.Tier?.Tiers == FactShapes.Tier || context.Statuses.Exists(standing => standing.Scheme.Symbol.Name == Framework);

    private static void BindField(BindingContext context, FactValueBinder values, RecordFieldSyntax field, string name)
    {
        var asked = context.Statuses.Where(standing => standing.Scheme.Profile.Find(name) is not null).ToList();
        if (asked.Count == 0)
        {
            context.ReportUnknown(GovernanceDiagnostics.ProfileUnread, field.Name.Source, field.Name.Span, name,
                context.Statuses.SelectMany(standing => standing.Scheme.Profile.Members).Select(member => member.Name), name);
        }
        foreach (var standing in asked)
        {
            var member = standing.Scheme.Profile.Find(name)!;
            context.Notes?.ReferMember(field.Name, $"profile.{name}", member);
            if (values.Bind(field.Value, member.Shape, name) is { } value)
                standing.Profile[member.WireName] = value;
        }
    }

    private static SystemModel BindDeclared(
        BindingContext context,
        SystemModel system,
        SystemTierMemberSyntax syntax,
        ClauseSet clauses,
        Symbol declared,
        string tier)
    {
        if (context.Schemes.GetValueOrDefault(declared) is not { } scheme || !clauses.First($"tier {declared.Name}", syntax))
            return system;
        var index = scheme.Tiers.IndexOf(tier);
        if (index < 0)
        {
            ReportUnknownTier(context, syntax, scheme.Tiers.Names.Select(name => $"{declared.Name}.{name}"));
            return system;
        }
        context.Notes?.Refer(syntax.Tier.Parts[^1], SymbolKind.EnumName, syntax.Tier.Text, scheme.Tiers, null);
        context.Statuses.Add(new BoundStatus(scheme, new BoundTier(scheme.Tiers, index), syntax));
        return declared.Name == Framework ? system with { Tier = $"{Framework}.{tier}" } : system;
    }

    private static SystemModel BindFramework(
        BindingContext context,
        SystemModel system,
        SystemTierMemberSyntax syntax,
        ClauseSet clauses,
        string tier)
    {
        var index = FactShapes.Tier.IndexOf(tier);
        if (index < 0 || syntax.Tier.Text != $"{Framework}.{tier}")
        {
            ReportUnknownTier(context, syntax, FactShapes.Tier.Names.Select(name => $"{Framework}.{name}"));
            return system;
        }
        if (!clauses.First($"tier {Framework}", syntax))
            return system;
        return system with { Tier = syntax.Tier.Text };
    }

    private static void ReportUnknownTier(BindingContext context, SystemTierMemberSyntax syntax, IEnumerable<string> known) =>
        context.ReportUnknown(
            ToolDiagnostics.UnknownTier,
            syntax.TierKeyword.Source,
            syntax.Tier.Span,
            syntax.Tier.Text,
            known,
            syntax.Tier.Text);
}
