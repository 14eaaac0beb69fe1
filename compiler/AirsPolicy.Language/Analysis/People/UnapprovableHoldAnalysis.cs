using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Reasoning;
using AirsPolicy.Language.Reasoning.Formulas;
using AirsPolicy.Language.Reasoning.Proofs;
using AirsPolicy.Language.Reasoning.Solving;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.People;

/// <summary>What waits for people can be approved by somebody.</summary>
internal sealed class UnapprovableHoldAnalysis : IAnalysis
{
    private const int MaxChoices = 2_000;

    public static readonly DiagnosticDescriptor Unapprovable = new(
        "AIRS7025", Warning, "Hold that nobody can approve",
        "Nobody can approve what waits here: every decision at 'approval' comes to at least 'block', whoever decides; write 'block', or " +
        "let somebody approve.",
        "What is held goes on when people approve it, and the controls at `approval` say who may. Where they refuse everybody, a hold " +
        "is a refusal that takes longer and costs people's time."
    );

    public void Run(AnalysisContext context)
    {
        var holding = context
            .Rules.Where(forms => forms.Key.Effects.Any(effect => effect is HoldEffectModel or FixedEffectModel { Effect: HoldEffect }))
            .ToList();
        if (holding.Count == 0 || !NobodyApproves(context.Model, context.LeftOut))
            return;
        foreach (var forms in holding)
            context.Report(Unapprovable, forms.Key.Place, []);
    }

    private static bool NobodyApproves(PolicyModel model, LeftOut leftOut)
    {
        if (!model.Controls.Any(control => control.Placements.Any(placement => placement.Point == PointNames.Approval)))
            return false;
        var builder = new FormulaBuilder(model, isSettled: true);
        var approval = new ProvenPlace(PointNames.Approval, [], null);
        var proof = new ProofModel("", Assumed: false, [approval], Outcome.Block, model.Controls[0].Place);
        var solver = new Solver(builder, MaxChoices);
        if (solver.Ask(new Obligation(model, builder, proof, proof.Places[0], tool: null).Formulas).IsImpossible)
            return true;
        if (solver.IsCut)
            leftOut.Add(LeftOutKind.Approval);
        return false;
    }
}
