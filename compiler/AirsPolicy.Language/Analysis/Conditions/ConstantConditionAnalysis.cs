using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Reasoning.Rules;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Conditions;

/// <summary>A part of a condition that is always true, or always false, where it is asked.</summary>
internal sealed class ConstantConditionAnalysis : IAnalysis
{
    public static readonly DiagnosticDescriptor AlwaysTrue = new(
        "AIRS7021", Warning, "Condition that is always true",
        "{0} is always true here, {1}; leave it out, or mend the bound.",
        "Whatever the facts are, this part of the condition holds wherever it is asked: its bound is one that the value always keeps, " +
        "or what stands before it has said as much already. A part that says nothing is most often a slip in a bound or in a name."
    );

    public static readonly DiagnosticDescriptor AlwaysFalse = new(
        "AIRS7022", Warning, "Condition that is always false",
        "{0} is never true here, {1}; leave it out, or mend the bound.",
        "Whatever the facts are, this part of the condition does not hold where it is asked: its bound is one that the value never " +
        "meets, or what stands before it excludes it. Behind an `or` it adds nothing."
    );

    public void Run(AnalysisContext context)
    {
        foreach (var forms in context.Rules.Where(forms => forms.Key.Condition is not null))
        {
            if (context.ReasoningOf(forms.Key)?.Constant() is not { } first)
                continue;
            // A rule that never fires has a finding of its own.
            if (forms.All(form => context.ReasoningOf(form.Rule) is { Conflict: null } reasoning && IsSame(reasoning.Constant(), first)))
                context.Report(
                    first.IsTrue ? AlwaysTrue : AlwaysFalse,
                    first.Part.Place,
                    [],
                    context.Quoted(first.Part),
                    Because(context, first));
        }
    }

    private static bool IsSame(ConstantPart? other, ConstantPart first) =>
        other is not null && other.IsTrue == first.IsTrue && other.Part.Place == first.Part.Place;

    private static string Because(AnalysisContext context, ConstantPart part) => part.Because.Count == 0
        ? "whatever the facts are"
        : $"since {string.Join(" and ", part.Because.Select(context.Quoted))} {(part.Because.Count == 1 ? "stands" : "stand")} before it";
}
