using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>Binds a <c>queue</c>.</summary>
internal static class QueueBinder
{
    public static QueueModel Bind(BindingContext context, Symbol symbol)
    {
        long? sla = null;
        var (approvals, canary) = (1, 0L);
        var (reviewers, handsOn, priority) = (new List<string>(), new List<HandOn>(), ReviewPriority.Normal);
        var clauses = new ClauseSet(context, symbol.Name);
        foreach (var member in ((QueueDeclarationSyntax)symbol.Syntax).Block.Members)
        {
            switch (member)
            {
                case SlaMemberSyntax time when clauses.First("sla", time):
                    sla = TimeOf(context, symbol, time.Value, ParamRole.LessIsStricter);
                    break;
                case NumberMemberSyntax { Keyword.Keyword: Keyword.Approvals } number when clauses.First("approvals", number):
                    if (number.Number.Literal is IntegerLiteral { Value: > 0 and <= 100 } count)
                        approvals = (int)count.Value;
                    else if (!number.Number.IsMissing)
                        context.Report(
                            NameDiagnostics.OutOfRange,
                            symbol.Declaration.Source,
                            number.Number.Span,
                            "The number of approvals",
                            "1",
                            "100");
                    break;
                case ReviewersMemberSyntax { After: null } first when clauses.First("reviewers", first):
                    reviewers.AddRange(Literals.Texts(first.Texts));
                    break;
                case ReviewersMemberSyntax { After: { } after } later:
                    if (TimeOf(context, symbol, after.Value, ParamRole.GreaterIsStricter) is { } wait)
                        handsOn.Add(new HandOn(Literals.Texts(later.Texts).ToValueList(), wait));
                    break;
                case NameMemberSyntax { Keyword.Keyword: Keyword.Priority } name when clauses.First("priority", name):
                    priority = PriorityOf(context, symbol, name.Name);
                    break;
                case NumberMemberSyntax { Keyword.Keyword: Keyword.Canary } share when clauses.First("canary", share):
                    if (share.Number.Literal is ShareLiteral made)
                        canary = made.Millionths;
                    else if (share.Number.Literal is not null)
                        context.Report(
                            NameDiagnostics.Mismatch,
                            symbol.Declaration.Source,
                            share.Number.Span,
                            "a share such as 2%",
                            "another kind of number");
                    break;
            }
        }
        context.Hosts.UnionWith(
            reviewers.Concat(handsOn.SelectMany(on => on.Roles)).Select(reviewer => new HostBinding("reviewers", reviewer)));
        return new QueueModel(symbol.QualifiedName, sla, reviewers.ToValueList(), approvals, canary)
        {
            HandsOn = Later(reviewers, handsOn),
            Priority = priority,
        };
    }

    // By their times. Who decides already decides no later.
    private static ValueList<HandOn> Later(IEnumerable<string> reviewers, IEnumerable<HandOn> handsOn)
    {
        var known = reviewers.ToHashSet(StringComparer.Ordinal);
        return handsOn
            .OrderBy(on => on.After)
            .Select(on => on with { Roles = on.Roles.Where(known.Add).ToValueList() })
            .Where(on => on.Roles.Count > 0)
            .ToValueList();
    }

    private static long? TimeOf(BindingContext context, Symbol queue, ExpressionSyntax syntax, ParamRole role)
    {
        var time = ParamBinder.BindConstant(context, queue.Package, syntax, DurationShape.Instance, role)?.Value as long?;
        if (time <= 0)
            context.Report(ControlDiagnostics.NotPositive, queue.Declaration.Source, syntax.Span, "The time");
        return time;
    }

    private static ReviewPriority PriorityOf(BindingContext context, Symbol queue, SyntaxToken word)
    {
        var names = Enum.GetNames<ReviewPriority>().Select(name => name.ToLowerInvariant()).ToList();
        if (names.IndexOf(word.Text) is >= 0 and var place)
            return (ReviewPriority)place;
        if (!word.IsMissing)
            context.ReportUnknown(
                ControlDiagnostics.UnknownPriority, queue.Declaration.Source, word.Span, word.Text, names, "priority", word.Text);
        return ReviewPriority.Normal;
    }
}
