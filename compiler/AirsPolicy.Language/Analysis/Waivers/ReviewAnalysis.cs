using System.Globalization;
using AirsPolicy.Language.Diagnostics;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Waivers;

/// <summary>What is to be reviewed was.</summary>
internal sealed class ReviewAnalysis : IAnalysis
{
    public static readonly DiagnosticDescriptor Overdue = new(
        "AIRS6028", Warning, "Review that is overdue",
        "'{0}' was to be reviewed by {1}; review it and set the next day.",
        "`review` says by which day somebody looks at a declaration again. The day is judged as of the day that the policy is checked " +
        "on (`--as-of`)."
    );

    public void Run(AnalysisContext context)
    {
        foreach (var account in context.Model.Governance.Accounts)
        {
            if (account.Review is { } review && context.AsOf > review)
            {
                context.Report(Overdue, account.Place, [],
                    account.Declaration[(account.Declaration.LastIndexOf('.') + 1)..],
                    DateOnly.FromDayNumber(review).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            }
        }
    }
}
