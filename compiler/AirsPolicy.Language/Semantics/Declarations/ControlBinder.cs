using System.Collections.Immutable;
using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>Binds a <c>control</c>.</summary>
internal sealed class ControlBinder(BindingContext context, FactTable table, PlacedRules placed, Symbol symbol)
{
    private static readonly string[] s_severities = ["low", "medium", "high", "critical"];

    private ImmutableArray<BoundPoint> _points = [];
    private string? _severity;
    private DetectMode? _detect;
    private bool _neverWaived;
    private EffectModel? _onError;

    /// <summary>The control; what is wrong in it is reported and left out.</summary>
    public ControlModel Bind()
    {
        var syntax = (ControlDeclarationSyntax)symbol.Syntax;
        var source = symbol.Declaration.Source;
        BindClauses(syntax.Block.Members);
        if (!syntax.Block.Members.OfType<AtMemberSyntax>().Any())
            context.Report(ControlDiagnostics.NoPoint, source, symbol.Declaration.Span, symbol.Name);
        if (!syntax.Block.Members.Any(m => m is WhenRuleSyntax or AlwaysRuleSyntax))
            context.Report(ControlDiagnostics.NoRule, source, symbol.Declaration.Span, symbol.Name);

        var places = Array.ConvertAll(_points.ToArray(), point => table.At(point.Point, point.Tools));
        foreach (var facts in places)
            ScopeNames.Add(context, source, syntax.Block, symbol.Package, facts);
        var rules = placed.Bind(new RuleBinder(context, symbol.Package, source, syntax.Block.Members), places);
        var placements = ImmutableArray.CreateBuilder<PlacementModel>(_points.Length);
        for (var i = 0; i < _points.Length; i++)
            placements.Add(new PlacementModel(_points[i].Point.Name, _points[i].Tools.ToValueList(), rules[i]));
        return new ControlModel(
            symbol.QualifiedName,
            Literals.Text(syntax.Head.Title),
            _severity,
            CatalogueIds.Satisfied(syntax.Block.Members),
            CatalogueIds.Mitigated(syntax.Block.Members),
            _neverWaived,
            _detect,
            _onError ?? new FixedEffectModel(new BlockEffect(null)),
            new ValueList<PlacementModel>(placements.MoveToImmutable()),
            context.Place(symbol.Package, source, symbol.Declaration.Span));
    }

    private void BindSeverity(SyntaxToken name)
    {
        if (s_severities.Contains(name.Text))
            _severity = name.Text;
        else if (!name.IsMissing)
            context.ReportUnknown(ToolDiagnostics.UnknownWord, name.Source, name.Span, name.Text, s_severities, name.Text, "severity");
    }

    private void BindClauses(SyntaxList<MemberSyntax> members)
    {
        var clauses = new ClauseSet(context, symbol.Name);
        foreach (var member in members)
        {
            switch (member)
            {
                case AtMemberSyntax at when clauses.First("at", at):
                    _points = PointsBinder.Bind(context, symbol.Package, at.Points);
                    break;
                case OnErrorMemberSyntax error when clauses.First("on error", error):
                    _onError = PostureBinder.Bind(context, symbol.Package, error);
                    break;
                case DetectModeMemberSyntax mode when clauses.First("mode", mode):
                    _detect = new DetectMode((mode.Until?.Date.Literal as DateLiteral)?.DayNumber);
                    break;
                case SeverityMemberSyntax severity when clauses.First("severity", severity):
                    BindSeverity(severity.Name);
                    break;
                case NeverWaivedMemberSyntax never when clauses.First("never waived", never):
                    _neverWaived = true;
                    break;
            }
        }
    }
}
