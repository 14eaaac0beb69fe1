using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Origins;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Runtime.Decisions.Effects;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Labels;

/// <summary>A label that is given and that nothing asks for.</summary>
internal sealed class UnenforcedLabelAnalysis : IAnalysis
{
    public static readonly DiagnosticDescriptor Unenforced = new(
        "AIRS7026", Warning, "Label that nothing enforces",
        "The label '{0}' is given and nothing follows from it; say what it 'reaches', or ask for it in a rule.",
        "A label protects nothing by itself. Something follows from it where it `reaches` a tool or a point, where a rule asks for " +
        "`session.labels`, and where rules ask where a value came from (`origin`)."
    );

    public void Run(AnalysisContext context)
    {
        // What follows from the labels of a library is for the policies to say that it is in force in.
        if (!context.Model.Deployable)
            return;
        var labels = context.Packages[0].Members.Values.Where(symbol => symbol.Kind == SymbolKind.Label).ToList();
        if (labels.Count == 0)
            return;
        var asked = context
            .Model.Controls.SelectMany(control => control.Placements)
            .SelectMany(placement => placement.Rules)
            .SelectMany(ExpressionTree.All)
            .ToList();
        if (asked.Exists(part => part is OriginExpression || LabelModel.IsRead(part)))
            return;
        var carried = asked.OfType<CarriesLabelExpression>().Select(part => part.Label).ToHashSet(StringComparer.Ordinal);
        var given = context
            .Model.Labels.Where(label => label.Tools.Count > 0)
            .Select(label => label.Name)
            .Concat(
                context
                    .Model.Controls.SelectMany(control => control.Placements)
                    .SelectMany(placement => placement.Rules)
                    .SelectMany(rule => rule.Effects)
                    .OfType<FixedEffectModel>()
                    .Select(effect => effect.Effect)
                    .OfType<LabelEffect>()
                    .Select(effect => LabelModel.NameOf(effect.Label)))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var label in labels.Where(label => given.Contains(label.Name) && !carried.Contains(label.Name)))
            context.Report(Unenforced, label.Declaration.Source, label.Declaration.Span, [], label.Name);
    }
}
