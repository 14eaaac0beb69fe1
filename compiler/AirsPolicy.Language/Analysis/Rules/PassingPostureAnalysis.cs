using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Decisions;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Rules;

/// <summary>What cannot be evaluated does not pass a control that stops something as if all were well.</summary>
internal sealed class PassingPostureAnalysis : IAnalysis
{
    public static readonly DiagnosticDescriptor Passes = new(
        "AIRS3035", Warning, "On error that lets everything pass",
        "Where a fact is missing, '{0}' lets pass what it would {1}: '{2}' stops nothing; write 'on error block', or 'on error flag' " +
        "where it may pass and is to be looked at.",
        "'on error' says what follows in place of a rule that cannot be evaluated, and replaces the block that would follow without it. " +
        "An effect that only tells somebody leaves the outcome at allow. Whoever can make a fact be missing then gets past the control."
    );

    public void Run(AnalysisContext context)
    {
        foreach (var control in context.Model.Controls.Where(control => OutcomeOf(control.OnError) == Outcome.Allow))
        {
            var strictest = control
                .Placements.SelectMany(placement => placement.Rules)
                .SelectMany(rule => rule.Effects)
                .Select(OutcomeOf)
                .DefaultIfEmpty()
                .Max();
            if (strictest < Outcome.Amend || Clause(context, control) is not { } clause)
                continue;
            var source = clause.OnKeyword.Source;
            context.Report(
                Passes,
                source,
                clause.Span,
                [Suggestion.Replace(clause.Effect.Span, "block")],
                control.Id[(control.Id.LastIndexOf('.') + 1)..],
                strictest.ToString().ToLowerInvariant(),
                source.Slice(clause.Span).ToString());
        }
    }

    private static OnErrorMemberSyntax? Clause(AnalysisContext context, ControlModel control) =>
        (
            context.DeclarationAt(control.Place) switch
            {
                ControlDeclarationSyntax declaration => declaration.Block,
                JudgeDeclarationSyntax declaration => declaration.Block,
                _ => null,
            }
        )
            ?.Members.AsEnumerable()
            .OfType<OnErrorMemberSyntax>()
            .FirstOrDefault();

    private static Outcome OutcomeOf(EffectModel effect) => effect switch
    {
        FixedEffectModel known => known.Effect.Outcome,
        HoldEffectModel => Outcome.Hold,
        HaltEffectModel => Outcome.Halt,
        _ => Outcome.Amend,
    };
}
