using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Model.Judges;
using AirsPolicy.Language.Semantics.Governance;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Analysis.Tiers;

/// <summary>Finds what a bound of a tier is about.</summary>
internal static class BoundedValues
{
    public static IEnumerable<BoundedValue> Of(AnalysisContext context, StandingModel standing, RequiredValueModel bound) =>
        bound.Path switch
        {
            Requirements.QueueSla => Queues(
                context,
                standing,
                bound,
                "sla",
                static queue => queue.Sla,
                static member => (member as SlaMemberSyntax)?.Value),
            Requirements.QueueApprovals => Queues(
                context,
                standing,
                bound,
                "approvals",
                static queue => queue.Approvals,
                static member => member is NumberMemberSyntax { Keyword.Keyword: Keyword.Approvals } number ? number.Number : null),
            Requirements.JudgeSample => [BoundedJudges.Sample(context, standing, bound)],
            Requirements.JudgeIndependence => BoundedJudges.Independence(context, bound),
            Requirements.JudgeAgreement => BoundedJudges.Bars(context, standing, bound, static bars => bars.Agreement),
            Requirements.JudgeMissed => BoundedJudges.Bars(context, standing, bound, static bars => bars.Missed),
            Requirements.JudgeFalseAlarms => BoundedJudges.Bars(context, standing, bound, static bars => bars.FalseAlarms),
            Requirements.PaceTested => BoundedCharts.Tested(context, standing, bound),
            // Where nothing waits for a judge there is nothing left to stop.
            Requirements.OnError => context
                .Model.Controls.Where(control =>
                    !BoundedCharts.IsTrigger(context.Model, control)
                    && !context.Model.Queues.Any(queue => queue.SampleControl == control.Id)
                    && !context.Model.Judges.Any(judge =>
                        judge.Control == control.Id && (!judge.Inline || judge.Mode != JudgeMode.Operational)))
                .Select(control => Posture(context, control, bound)),
            Requirements.AgentDepth => BoundedAgents.Depths(context, standing, bound),
            Requirements.AgentTools => BoundedAgents.Tools(context, standing),
            Requirements.WorkflowGoals => BoundedAgents.Goals(context, standing),
            Requirements.WorkflowOneProvider => BoundedAgents.Providers(context),
            Requirements.RunToolCalls => [BoundedLimits.ToolCalls(context, standing, bound, "run")],
            Requirements.RunCost => [BoundedLimits.Cost(context, standing, bound, "run")],
            Requirements.SessionToolCalls => [BoundedLimits.ToolCalls(context, standing, bound, "session")],
            Requirements.SessionCost => [BoundedLimits.Cost(context, standing, bound, "session")],
            Requirements.SystemStream => [Stream(context, standing, bound)],
            Requirements.WaiverTerm => BoundedWaivers.Terms(context, bound),
            Requirements.AuditRecord => [BoundedAudits.Record(context, standing, bound)],
            Requirements.AuditMask => BoundedAudits.Mask(context, standing, bound) is { } mask ? [mask] : [],
            _ when bound.Path.StartsWith(Requirements.Point, StringComparison.Ordinal) =>
            [
                BoundedPoints.Strongest(context, standing, bound),
            ],
            _ when bound.Path.StartsWith(Requirements.AuditRetain, StringComparison.Ordinal) =>
            [
                BoundedAudits.Retention(context, standing, bound),
            ],
            _ => throw new System.Diagnostics.UnreachableException(bound.Path),
        };

    private static IEnumerable<BoundedValue> Queues(
        AnalysisContext context,
        StandingModel standing,
        RequiredValueModel bound,
        string clause,
        Func<QueueModel, long?> valueOf,
        Func<MemberSyntax, SyntaxElement?> partOf)
    {
        var (file, at) = context.Find(standing.Place);
        if (context.Model.Queues.Count == 0)
        {
            var name = ClauseFix.NewName(context, "people");
            yield return new BoundedValue(null, file, at, "there is no queue",
                [ClauseFix.Append(file, $"Add a queue with '{clause} {bound.Text}'", $"queue {name} {{ {clause} {bound.Text} }}")]);
        }
        foreach (var queue in context.Model.Queues)
        {
            var symbol = context
                .Packages.SelectMany(package => package.Members.Values)
                .First(symbol => symbol.Kind == SymbolKind.Queue && symbol.QualifiedName == queue.Name);
            var (source, block) = (symbol.Declaration.Source, ((QueueDeclarationSyntax)symbol.Syntax).Block);
            var part = block.Members.AsEnumerable().Select(partOf).FirstOrDefault(found => found is not null);
            yield return part is null
                ? new BoundedValue(
                    valueOf(queue),
                    source,
                    symbol.Declaration.Span,
                    $"'{symbol.Name}' has none",
                    [ClauseFix.Insert(source, block, $"Write '{clause} {bound.Text}'", $"{clause} {bound.Text}")])
                : new BoundedValue(
                    valueOf(queue),
                    source,
                    part.Span,
                    $"'{symbol.Name}' has {source.Slice(part.Span)}",
                    [Suggestion.Replace(part.Span, bound.Text)]);
        }
    }

    private static BoundedValue Posture(AnalysisContext context, ControlModel control, RequiredValueModel bound)
    {
        var (source, name) = context.Find(control.Place);
        var outcome = ((FixedEffectModel)control.OnError).Effect.Outcome;
        var clause = Block(context, control)?.Members.AsEnumerable().OfType<OnErrorMemberSyntax>().FirstOrDefault();
        var least = (Outcome)(long)bound.Value.Value;
        var fix = least <= Outcome.Flag ? "flag" : least <= Outcome.Block ? "block" : "halt session";
        var words = $"'{control.Id[(control.Id.LastIndexOf('.') + 1)..]}' has {DecisionFacts.Outcome.Names[(int)outcome]}";
        return clause is null
            ? new BoundedValue((long)outcome, source, name, words, Fix(context, source, control, fix))
            : new BoundedValue((long)outcome, source, clause.Effect.Span, words, [Suggestion.Replace(clause.Effect.Span, fix)]);
    }

    private static BoundedValue Stream(AnalysisContext context, StandingModel standing, RequiredValueModel bound)
    {
        var clause = context.Packages[0].Syntax.Trees
            .SelectMany(tree => tree.Root.Declarations).OfType<SystemDeclarationSyntax>().SelectMany(system => system.Block.Members)
            .OfType<NameMemberSyntax>().FirstOrDefault(member => member.Keyword.Keyword == Keyword.Stream);
        var way = context.Model.System!.Stream;
        var (file, at) = context.Find(standing.Place);
        return new BoundedValue(
            Requirements.Streams.Names.TakeWhile(name => name != way).Count(),
            clause?.Name.Source ?? file,
            clause?.Name.Span ?? at,
            $"the system has {way}",
            clause is null ? [] : [Suggestion.Replace(clause.Name.Span, bound.Text)]);
    }

    private static System.Collections.Immutable.ImmutableArray<DiagnosticFix> Fix(
        AnalysisContext context,
        SourceText source,
        ControlModel control,
        string effect
    ) => Block(context, control) is { } block ? [ClauseFix.Insert(source, block, $"Write 'on error {effect}'", $"on error {effect}")] : [];

    private static BlockSyntax? Block(AnalysisContext context, ControlModel control) => context.DeclarationAt(control.Place) switch
    {
        ControlDeclarationSyntax declaration => declaration.Block,
        JudgeDeclarationSyntax declaration => declaration.Block,
        _ => null,
    };
}
