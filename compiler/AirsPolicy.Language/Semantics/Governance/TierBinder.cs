using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Semantics.Governance;

/// <summary>Binds what the tiers of a scheme require.</summary>
internal static class TierBinder
{
    public static ValueList<TierModel> Bind(BindingContext context, BoundScheme scheme) => scheme.Tiers.Names
        .Select(name => Bind(context, name, [.. scheme.Declarations.Where(tier => tier.Syntax.Name.Text == name)]))
        .ToValueList();

    // What several packages require of one tier adds up.
    private static TierModel Bind(BindingContext context, string name, List<DeclaredTier> declarations)
    {
        var ids = new List<RequiredIdModel>();
        var values = new List<RequiredValueModel>();
        var approvers = new List<ValueList<string>>();
        foreach (
            var (package, member) in declarations.SelectMany(tier => tier.Syntax.Block.Members.Select(member => (tier.Package, member))))
        {
            switch (member)
            {
                case RequiresIdsMemberSyntax requires:
                    ids.AddRange(requires.Ids.AsEnumerable().Select(id => BindId(context, package, id)).OfType<RequiredIdModel>());
                    break;
                case RequiresBoundMemberSyntax bound when BindValue(context, package, bound) is { } value:
                    values.Add(value);
                    break;
                case RequiresTextsMemberSyntax texts when BindApprovers(context, texts) is { } roles:
                    approvers.Add(roles);
                    break;
            }
        }
        return new TierModel(
            name,
            declarations.Select(tier => Literals.Text(tier.Syntax.Title)).FirstOrDefault(title => title is not null),
            ids.DistinctBy(id => id.Id, StringComparer.Ordinal).ToValueList(),
            values.ToValueList(),
            approvers.ToValueList());
    }

    private static RequiredIdModel? BindId(BindingContext context, PackageSymbol package, SyntaxToken id) =>
        CatalogueIdBinder.Bind(context, package, id) is { } found ? new RequiredIdModel(id.Text, found.Entry) : null;

    private static RequiredValueModel? BindValue(BindingContext context, PackageSymbol package, RequiresBoundMemberSyntax syntax)
    {
        if (syntax.Path.IsMissing)
            return null;
        var path = syntax.Path.Text;
        var source = syntax.RequiresKeyword.Source;
        if (path == Requirements.AuditMask)
            return MaskRequirement.Bind(context, package, syntax);
        if (path == Requirements.WaiverTerm && syntax.Bound.IsLeast)
        {
            context.Report(
                GovernanceDiagnostics.UnknownRequirement,
                source,
                syntax.Path.Span,
                $"{path} at least",
                "; a tier says how long a waiver lasts at most.");
            return null;
        }
        if (Requirements.ShapeOf(path) is { } shape)
        {
            var role = syntax.Bound.IsLeast ? ParamRole.GreaterIsStricter : ParamRole.LessIsStricter;
            return ParamBinder.BindConstant(context, package, syntax.Bound.Value, shape, role) is { } value
                ? new RequiredValueModel(path, syntax.Bound.IsLeast, value, source.Slice(syntax.Bound.Value.Span).ToString())
                : null;
        }
        context.ReportUnknown(GovernanceDiagnostics.UnknownRequirement, source, syntax.Path.Span, path, Requirements.Paths, path);
        return null;
    }

    private static ValueList<string>? BindApprovers(BindingContext context, RequiresTextsMemberSyntax syntax)
    {
        var path = syntax.Path.Text;
        if (path == Requirements.WaiverApprover)
            return syntax.Texts.AsEnumerable().Select(Literals.Text).OfType<string>().Distinct(StringComparer.Ordinal).ToValueList();
        context.ReportUnknown(
            GovernanceDiagnostics.UnknownRequirement,
            syntax.RequiresKeyword.Source,
            syntax.Path.Span,
            path,
            [Requirements.WaiverApprover],
            path);
        return null;
    }
}
