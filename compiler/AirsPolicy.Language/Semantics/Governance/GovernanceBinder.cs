using System.Text.Json.Nodes;
using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Semantics.Governance;

/// <summary>Binds what a policy answers for, once its rules are bound.</summary>
internal static class GovernanceBinder
{
    public static GovernanceModel Bind(BindingContext context, ValueList<WaiverModel> waivers, string? owner) => new(
        context.Root.VisibleCatalogues
            .Select(catalogue => new CatalogueModel(catalogue.Name, catalogue.Version))
            .OrderBy(catalogue => catalogue.Name, StringComparer.Ordinal)
            .ToValueList(),
        ClaimBinder.Bind(context).OrderBy(claim => claim.By, StringComparer.Ordinal).ToValueList(),
        context.Schemes.Values.OfType<BoundScheme>()
            .OrderBy(scheme => scheme.Symbol.QualifiedName, StringComparer.Ordinal)
            .Select(scheme => new SchemeRuleBinder(context, scheme).Bind())
            .ToValueList(),
        context.Statuses.Select(standing => Status(context, standing)).ToValueList(),
        waivers,
        InapplicableBinder.Bind(context, owner),
        AccountBinder.Bind(context).OrderBy(account => account.Declaration, StringComparer.Ordinal).ToValueList(),
        Params(context));

    private static ValueList<ParamModel> Params(BindingContext context) => Params(context, context.Given.ToLookup(use => use.Place));

    private static ValueList<ParamModel> Params(BindingContext context, ILookup<SourcePlace, ParamUseModel> given) => context.ParamUses
        .Where(use => ((ParamDeclarationSyntax)use.Param.Syntax).Stricter is not null)
        .GroupBy(use => use.Param)
        .Select(uses => new ParamModel(
            uses.Key.QualifiedName,
            ((ParamDeclarationSyntax)uses.Key.Syntax).Stricter!.IsLower,
            uses.Select(use => use.Place).OrderBy(place => place.File, StringComparer.Ordinal).ThenBy(place => place.Start)
                .SelectMany(place => given[place].DefaultIfEmpty(new ParamUseModel(place))).ToValueList()))
        .OrderBy(param => param.Name, StringComparer.Ordinal)
        .ToValueList();

    private static StandingModel Status(BindingContext context, BoundStatus standing) => new(
        standing.Scheme.Symbol.QualifiedName,
        standing.Tier.Index,
        standing.Syntax.Tier.Text,
        Literals.Text(standing.Syntax.Because?.Text),
        new JsonObject { ["profile"] = standing.Profile.DeepClone() }.ToJsonString(),
        context.Place(context.Root, standing.Syntax.TierKeyword.Source, standing.Syntax.Tier.Span));
}
