using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Pace;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Language.Analysis.Pace;

/// <summary>What holds at emergency, and what goes on then, needs no model.</summary>
internal sealed class EmergencyAnalysis : IAnalysis
{
    private const string Decide = "decide it by facts that are at hand without one";

    public void Run(AnalysisContext context)
    {
        foreach (var chart in context.Model.Charts)
        {
            foreach (var overlay in chart.Overlays.Where(overlay => overlay.From == PaceLevel.Emergency))
            {
                if (Rules(context.Model, chart, overlay).Select(ModelOf).FirstOrDefault(needed => needed is not null) is { } needed)
                    context.Report(PaceDiagnostics.EmergencyNeedsModel, overlay.Place, [], chart.Name, needed, Decide);
            }
            foreach (var fallback in chart.Fallback)
            {
                if (Models(context.Model).FirstOrDefault(model => Names(fallback, model)) is { } named)
                    context.Report(
                        PaceDiagnostics.EmergencyNeedsModel,
                        chart.Place,
                        [],
                        chart.Name,
                        $"the model \"{named}\", its fallback",
                        "name something that works without one");
            }
        }
    }

    private static IEnumerable<RuleModel> Rules(PolicyModel model, ChartModel chart, OverlayModel overlay) =>
        model
            .Controls.Where(control => control.Id == chart.Control)
            .SelectMany(control => control.Placements)
            .SelectMany(placement => placement.Rules)
            .Where(rule => rule.Ordinal == overlay.Rule);

    private static string? ModelOf(RuleModel rule)
    {
        if (rule
                .Effects.OfType<FixedEffectModel>()
                .Select(effect => effect.Effect)
                .OfType<EventEffect>()
                .FirstOrDefault(effect => effect.Action == EventAction.Ask) is
            { } ask)
            return $"the judge '{ask.Target}'";
        var read = ExpressionTree
            .All(rule)
            .OfType<PathExpression>()
            .Select(path => path.Path[0])
            .FirstOrDefault(fact => JudgeFact.IsAnswer(fact) || ClassifierFact.ClassifierOf(fact) is not null);
        return read is null ? null : $"'{read}'";
    }

    private static IEnumerable<string> Models(PolicyModel model) =>
        (model.System?.Models ?? [])
            .Concat(model.Judges.SelectMany(judge => judge.Models))
            .Concat(model.Hosts.Where(host => host.Kind == "classifier").Select(host => host.Name));

    // As a word of its own, however it is capitalised. A model that is called by one plain word, such as 'model', is only meant where
    // nothing else is written.
    private static bool Names(string fallback, string model)
    {
        if (model.All(char.IsLetter))
            return string.Equals(fallback.Trim(), model, StringComparison.OrdinalIgnoreCase);
        for (
            var at = fallback.IndexOf(model, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = fallback.IndexOf(model, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || !char.IsLetterOrDigit(fallback[at - 1]))
                && (at + model.Length == fallback.Length || !char.IsLetterOrDigit(fallback[at + model.Length])))
                return true;
        }
        return false;
    }
}
