using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Expressions;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Governance;

/// <summary>Binds the conditions of a scheme over the profile it asks for.</summary>
internal sealed class SchemeRuleBinder(BindingContext context, BoundScheme scheme)
{
    private readonly PointFacts _facts = new(
        null,
        new PointLayout(scheme.Symbol.QualifiedName, new RecordShape([new ShapeMember("profile", "profile", scheme.Profile)]), [], []),
        []);

    /// <summary>The scheme of the model; what is wrong is reported and left out.</summary>
    public SchemeModel Bind()
    {
        var syntax = (SchemeDeclarationSyntax)scheme.Symbol.Syntax;
        var name = scheme.Symbol.Declaration;
        ScopeNames.Add(context, name.Source, syntax.Block, scheme.Symbol.Package, _facts);
        return new SchemeModel(
            scheme.Symbol.QualifiedName,
            Literals.Text(syntax.Head.Title),
            Profile(),
            scheme.Ladder.Select(step => new LadderStepModel(scheme.Tiers.IndexOf(step.Tier), step.UpTo)).ToValueList(),
            syntax.Block.Members.Select(BindRule).OfType<SchemeRuleModel>().ToValueList(),
            TierBinder.Bind(context, scheme),
            context.Place(scheme.Symbol.Package, name.Source, name.Span));
    }

    // A system may leave a field out; what hangs on it is then not known.
    private PointLayout Profile()
    {
        var members = scheme.Profile.Members.Select(member => member with { Optional = true }).ToValueList();
        return new PointLayout("profile", new RecordShape([new ShapeMember("profile", "profile", new RecordShape(members))]), [], []);
    }

    private SchemeRuleModel? BindRule(MemberSyntax member) =>
        member switch
        {
            ScoreMemberSyntax score => Rule(
                SchemeRuleKind.Score,
                SchemeBinder.WholeNumber(context, score.Number) * (score.Minus is null ? 1 : -1),
                score.Where,
                score.Because),
            RaiseMemberSyntax raise => Rule(SchemeRuleKind.Raise, Positive(raise.Number), raise.Where, raise.Because),
            AtLeastMemberSyntax least => Rule(SchemeRuleKind.AtLeast, Tier(least.Tier), least.Where, least.Because),
            OnlyMemberSyntax only => Rule(SchemeRuleKind.Only, Tier(only.Tier), only.Where, only.Because),
            _ => null,
        };

    private SchemeRuleModel? Rule(SchemeRuleKind kind, long? value, WhereSyntax where, BecauseSyntax because)
    {
        var scope = ExpressionScope.Of(scheme.Symbol.Package, where.WhereKeyword.Source, _facts) with { HasData = false };
        var condition = new ExpressionBinder(context, scope).BindCondition(where.Condition);
        if (condition is not null && value is not null)
            return new SchemeRuleModel(kind, value.Value, condition, Literals.Text(because.Text) ?? "");
        context.Marks.Add(BindingMark.LeftOut);
        return null;
    }

    private long? Positive(SyntaxToken number)
    {
        if (SchemeBinder.WholeNumber(context, number) is not { } value)
            return null;
        if (value > 0)
            return value;
        context.Report(ControlDiagnostics.NotPositive, number.Source, number.Span, "The number of tiers");
        return null;
    }

    private long? Tier(SyntaxToken name)
    {
        if (name.IsMissing)
            return null;
        var index = scheme.Tiers.IndexOf(name.Text);
        if (index >= 0)
        {
            context.Notes?.Refer(name, Symbols.SymbolKind.EnumName, name.Text, scheme.Tiers, null);
            return index;
        }
        context.ReportUnknown(ToolDiagnostics.UnknownTier, name.Source, name.Span, name.Text, scheme.Tiers.Names, name.Text);
        return null;
    }
}
