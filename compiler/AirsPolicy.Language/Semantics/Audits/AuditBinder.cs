using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Audits;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text.Detectors.Builtin;

namespace AirsPolicy.Language.Semantics.Audits;

/// <summary>
/// Binds every <c>audit</c> in force and joins them: the deepest record, all fields, all masks, the longest of the least times and the
/// earliest of the ends. So nobody's <c>audit</c> lets another's record less, show more, or forget sooner.
/// </summary>
internal sealed class AuditBinder(BindingContext context, FactTable table)
{
    private readonly SortedSet<string> _also = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _masks = new(StringComparer.Ordinal);
    private readonly List<DeclaredRetention> _retentions = [];
    private RecordDepth _depth;
    private bool _any;

    /// <summary>What is recorded, or null where nothing says so.</summary>
    public AuditModel? Bind()
    {
        foreach (var package in context.InForce)
        {
            foreach (var audit in package.Syntax.Trees.SelectMany(tree => tree.Root.Declarations).OfType<AuditDeclarationSyntax>())
                Bind(package, audit);
        }
        if (!_any)
            return null;
        var retentions = _retentions.GroupBy(retention => retention.Model.Kind).OrderBy(kind => kind.Key).Select(Join).ToValueList();
        return new AuditModel(new AuditRules(_depth, _masks.ToValueList(), retentions, _also.ToValueList()), Detectors());
    }

    private void Bind(PackageSymbol package, AuditDeclarationSyntax audit)
    {
        _any = true;
        var clauses = new ClauseSet(context, "audit");
        foreach (var member in audit.Block.Members)
        {
            switch (member)
            {
                case NameMemberSyntax record when clauses.First("record", record) && !record.Name.IsMissing:
                    BindDepth(record.Name);
                    break;
                case PathsMemberSyntax { Keyword.Keyword: Keyword.Also } also:
                    foreach (var path in also.Paths.Where(path => !path.IsMissing))
                        BindField(path);
                    break;
                case PathsMemberSyntax mask:
                    foreach (var path in mask.Paths)
                        BindMask(package, path);
                    break;
                case RetainMemberSyntax retain when !retain.Name.IsMissing && clauses.First($"retain {retain.Name.Text}", retain):
                    BindRetention(package, retain);
                    break;
            }
        }
    }

    private void BindDepth(SyntaxToken name)
    {
        var depth = AuditWords.Depths.IndexOf(name.Text);
        if (depth < 0)
            context.ReportUnknown(AuditDiagnostics.UnknownDepth, name.Source, name.Span, name.Text, AuditWords.Depths.Names, name.Text);
        else if ((RecordDepth)depth > _depth)
            _depth = (RecordDepth)depth;
    }

    private void BindField(PathSyntax path)
    {
        var (source, first) = (path.Parts[0].Source, path.Parts[0].Text);
        var facts = table.Layouts
            .SelectMany(layout => layout.Facts.Members.Concat(layout.Tools.SelectMany(tool => tool.Facts.Members))).ToList();
        if (path.Parts.Count > 2)
        {
            context.Report(AuditDiagnostics.DeepField, source, path.Span, path.Text, $"{first}.{path.Parts[1].Text}");
            return;
        }
        var named = facts.Where(fact => fact.Name == first).ToList();
        if (named.Count == 0)
        {
            context.ReportUnknown(
                AuditDiagnostics.UnknownField, source, path.Parts[0].Span, first, facts.Select(fact => fact.Name).Distinct(), first);
            return;
        }
        if (path.Parts.Count == 1)
        {
            _also.UnionWith(named.Select(fact => $"/{fact.WireName}"));
            return;
        }
        var member = path.Parts[1];
        var members = named.Select(fact => (fact.WireName, Shape: fact.Shape as RecordShape)).Where(fact => fact.Shape is not null)
            .SelectMany(fact => fact.Shape!.Members.Select(each => (each.Name, Wire: $"/{fact.WireName}/{each.WireName}"))).ToList();
        var fields = members.Where(each => each.Name == member.Text).Select(each => each.Wire)
            .Concat(FactAliases.Of(first, member.Text) is { } alias ? [$"/{alias}"] : []).ToList();
        _also.UnionWith(fields);
        if (fields.Count == 0)
        {
            context.ReportUnknown(
                AuditDiagnostics.UnknownField, source, member.Span, member.Text, members.Select(each => each.Name).Distinct(), path.Text);
        }
    }

    private void BindMask(PackageSymbol package, PathSyntax path)
    {
        if (path.IsMissing)
            return;
        var source = path.Parts[0].Source;
        if (DetectorLookup.Resolve(context, package, source, path.Text, path.Span, path.Parts[^1]) is not { } detector)
            return;
        if (context.Detectors!.ClassifiersOf(detector) is [var classifier, ..])
            context.Report(
                ControlDiagnostics.MisusedClassifier,
                source,
                path.Span,
                classifier,
                ", so it masks nothing; name a detector without it");
        else
            _masks.Add(detector);
    }

    private void BindRetention(PackageSymbol package, RetainMemberSyntax retain)
    {
        var kind = AuditWords.Kinds.TakeWhile(word => word != retain.Name.Text).Count();
        if (kind == AuditWords.Kinds.Count)
        {
            context.ReportUnknown(
                AuditDiagnostics.UnknownKind,
                retain.Name.Source,
                retain.Name.Span,
                retain.Name.Text,
                AuditWords.Kinds,
                retain.Name.Text);
            return;
        }
        var least = BindTime(package, retain.Value, ParamRole.GreaterIsStricter);
        var most = retain.To is null ? null : BindTime(package, retain.To.Value, ParamRole.LessIsStricter);
        if (least is { } time && (retain.To is null || most is not null))
            _retentions.Add(new DeclaredRetention(new Retention((RecordKind)kind, time, most), package.Name, retain));
    }

    private long? BindTime(PackageSymbol package, ExpressionSyntax syntax, ParamRole role)
    {
        if (ParamBinder.BindConstant(context, package, syntax, DurationShape.Instance, role) is not { Value: long ticks })
            return null;
        if (ticks > 0)
            return ticks;
        context.Report(ControlDiagnostics.NotPositive, syntax.Tokens().First().Source, syntax.Span, "The time");
        return null;
    }

    private Retention Join(IGrouping<RecordKind, DeclaredRetention> kind)
    {
        var longest = kind.MaxBy(retention => retention.Model.Least)!;
        foreach (var early in kind.Where(retention => retention.Model.Most < longest.Model.Least))
        {
            var (end, source) = (early.Syntax.To!.Value, early.Syntax.RetainKeyword.Source);
            var least = longest.Syntax.RetainKeyword.Source.Slice(longest.Syntax.Value.Span).ToString();
            context.Report(
                new Diagnostic(
                    AuditDiagnostics.DeletedTooEarly,
                    source,
                    end.Span,
                    [
                        AuditWords.Of(kind.Key),
                        source.Slice(end.Span).ToString(),
                        early == longest ? "the same clause" : $"'{longest.Package}'",
                        least,
                    ]
                )
                {
                    Fixes = [Suggestion.Replace(end.Span, least)],
                }
            );
        }
        var most = kind.Min(retention => retention.Model.Most);
        return new Retention(kind.Key, longest.Model.Least, most < longest.Model.Least ? longest.Model.Least : most);
    }

    private ValueList<AirsPolicy.Text.Detectors.DetectorDefinition> Detectors()
    {
        var declared = context.Detectors!.Used(_masks);
        return declared
            .Concat(
                _masks.Where(mask => !declared.Any(detector => detector.Name == mask)).Select(mask => BuiltinDetectors.DefinitionOf(mask)!))
            .OrderBy(detector => detector.Name, StringComparer.Ordinal)
            .ToValueList();
    }
}
