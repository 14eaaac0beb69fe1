using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Origins;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Runtime.Decisions.Effects;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Labels;

/// <summary>A label that reaches something is given by something: else what follows never does.</summary>
internal sealed class UngivenLabelAnalysis : IAnalysis
{
    public static readonly DiagnosticDescriptor NotGiven = new(
        "AIRS4034", Warning, "Label that nothing gives",
        "Nothing gives the label '{0}', so that it never reaches anything; say 'from' which tools it comes, or give it with the effect " +
        "'label {0}'.",
        "A session carries a label from the result of a tool on that gives it (`from` in the label, `labels` in the tool), or from a " +
        "decision with the effect `label`. A library may leave that to the policies that it is in force in."
    );

    public void Run(AnalysisContext context)
    {
        // What a library says of a label other packages give, and what one in force says may be of no matter to this policy.
        if (!context.Model.Deployable)
            return;
        var labels = context.Packages[0].Members.Values.Where(symbol => symbol.Kind == SymbolKind.Label).ToList();
        if (labels.Count == 0)
            return;
        var given = context.Model.Labels.Where(label => label.Tools.Count > 0).Select(label => label.Name)
            .Concat(context.Model.Controls.SelectMany(Given))
            .ToHashSet(StringComparer.Ordinal);
        var controls = context.Model.Controls.Select(control => control.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var label in labels.Where(label => !given.Contains(label.Name)))
        {
            if (controls.Contains($"{label.Package.Name}.label.{label.Name}"))
                context.Report(NotGiven, label.Declaration.Source, label.Declaration.Span, [], label.Name);
        }
    }

    private static IEnumerable<string> Given(ControlModel control) => control.Placements
        .SelectMany(placement => placement.Rules)
        .SelectMany(rule => rule.Effects)
        .OfType<FixedEffectModel>()
        .Select(effect => effect.Effect)
        .OfType<LabelEffect>()
        .Select(effect => LabelModel.NameOf(effect.Label));
}
