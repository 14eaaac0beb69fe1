using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Runtime.Numbers;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.People;

/// <summary>Where something waits for people there are some, and it does not wait for ever.</summary>
internal sealed class UnansweredHoldAnalysis : IAnalysis
{
    public static readonly DiagnosticDescriptor NoReviewers = new(
        "AIRS7034", Warning, "Hold on a queue without reviewers",
        "Nobody can approve what {0} holds for '{1}': the queue names no role that may; write 'reviewers \"…\"', or 'block' where " +
        "nobody is to decide.",
        "Who may decide on what waits is told by the roles behind `reviewers`. Without one every word is refused, whoever's it is, and " +
        "silence refuses the request in the end: a hold there is a refusal that takes longer."
    );

    public static readonly DiagnosticDescriptor NoEnd = new(
        "AIRS7035", Warning, "Hold without an end",
        "What {0} holds for '{1}' waits for ever where nobody answers: neither it nor the queue says how long people have; write " +
        "'within 4h' there, or 'sla 4h' in the queue.",
        "Silence refuses when the time of a hold is over. One without a time is never refused: it keeps its place among what waits, and " +
        "what it has set aside of limits, until somebody answers or the host gives it up."
    );

    public static readonly DiagnosticDescriptor TooLate = new(
        "AIRS7041", Warning, "Reviewers who come too late",
        "Who has the role {0} decides in '{1}' from {2} on, and silence has refused by then what waits there: people have at most {3}; " +
        "write an earlier 'after', or give more time.",
        "Roles behind `reviewers … after` decide once a request has waited for that time. Silence refuses a request when its time is " +
        "over, which is what the hold says (`within`) or else the queue (`sla`). Roles that come later never see anything."
    );

    public void Run(AnalysisContext context)
    {
        var holds = HeldPlace.Of(context.Model).ToLookup(place => place.Queue, StringComparer.Ordinal);
        foreach (var queue in context.Model.Queues)
        {
            var symbol = context
                .Packages[0]
                .Members.Values.FirstOrDefault(symbol => symbol.Kind == SymbolKind.Queue && symbol.QualifiedName == queue.Name);
            // What packages do among themselves is theirs to mend: of the queue of another, only what this one holds for it.
            var seen = holds[queue.Name].Where(place => symbol is not null || place.IsOwn).ToList();
            if (queue.Reviewers.Count == 0 && queue.HandsOn.Count == 0 && seen is [var first, ..])
                Report(context, NoReviewers, queue, symbol, first);
            if (symbol is not null)
                ReportTooLate(context, queue, symbol, seen);
            if (seen.FirstOrDefault(place => !place.HasTime) is { } endless)
                Report(context, NoEnd, queue, symbol, endless);
        }
    }

    private static void ReportTooLate(AnalysisContext context, QueueModel queue, Symbol symbol, List<HeldPlace> holds)
    {
        // A hold whose time only a request says may be longer than any.
        var times = holds.Select(place => place.Ticks).ToList();
        if (times.Count == 0 || times.Contains(null))
            return;
        var longest = times.Max()!.Value;
        foreach (var on in queue.HandsOn.Where(on => on.After >= longest))
        {
            context.Report(
                TooLate,
                symbol.Declaration.Source,
                symbol.Declaration.Span,
                [],
                string.Join(" or ", on.Roles.Select(role => $"'{role}'")),
                symbol.Name,
                DurationText.Format(on.After),
                DurationText.Format(longest));
        }
    }

    private static void Report(AnalysisContext context, DiagnosticDescriptor descriptor, QueueModel queue, Symbol? symbol, HeldPlace hold)
    {
        var name = queue.Name[(queue.Name.LastIndexOf('.') + 1)..];
        if (symbol is null)
            context.Report(descriptor, hold.Place!, [], hold.Words, name);
        else
            context.Report(descriptor, symbol.Declaration.Source, symbol.Declaration.Span, [], hold.Words, name);
    }
}
