using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Expressions;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Conditions;

/// <summary>A rule whose condition no request meets, at none of its points.</summary>
internal sealed class NeverMatchingRuleAnalysis : IAnalysis
{
    public static readonly DiagnosticDescriptor NeverMatches = new(
        "AIRS7020", Warning, "Rule that can never fire",
        "No request makes this rule fire: {0}.",
        "The parts of the condition exclude each other, whatever the facts are: bounds that leave no number, names of an enum, texts " +
        "that no pattern allows. A rule that never fires looks like protection and is none. Mend the bound, or write `or` where that " +
        "was meant. What a parameter or the tier of the system decides is not reported."
    );

    public void Run(AnalysisContext context)
    {
        foreach (var forms in context.Rules.Where(forms => forms.Key.Condition is not null))
        {
            if (context.ConflictOf(forms) is { } conflict)
                context.Report(NeverMatches, forms.Key.Condition!.Place, [], Words(context, conflict));
        }
    }

    private static string Words(AnalysisContext context, IReadOnlyList<Expression> conflict) => conflict switch
    {
        [var only] => $"{context.Quoted(only)} is never true",
        [var one, var other] => $"{context.Quoted(one)} and {context.Quoted(other)} exclude each other",
        _ => $"{string.Join(", ", conflict.SkipLast(1).Select(context.Quoted))} and {context.Quoted(conflict[^1])} are never all true",
    };
}
