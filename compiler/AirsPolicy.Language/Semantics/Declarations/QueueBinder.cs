using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>Binds a <c>queue</c>.</summary>
internal static class QueueBinder
{
    public static QueueModel Bind(BindingContext context, Symbol symbol)
    {
        long? sla = null;
        var (approvals, canary) = (1, 0L);
        var reviewers = new List<string>();
        var clauses = new ClauseSet(context, symbol.Name);
        foreach (var member in ((QueueDeclarationSyntax)symbol.Syntax).Block.Members)
        {
            switch (member)
            {
                case SlaMemberSyntax time when clauses.First("sla", time):
                    sla =
                        ParamBinder
                            .BindConstant(context, symbol.Package, time.Value, DurationShape.Instance, ParamRole.LessIsStricter)
                            ?.Value as long?;
                    if (sla <= 0)
                        context.Report(ControlDiagnostics.NotPositive, symbol.Declaration.Source, time.Value.Span, "The time");
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
                case TextsMemberSyntax { Keyword.Keyword: Keyword.Reviewers } texts when clauses.First("reviewers", texts):
                    reviewers.AddRange(Literals.Texts(texts.Texts));
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
        foreach (var reviewer in reviewers)
            context.Hosts.Add(new HostBinding("reviewers", reviewer));
        return new QueueModel(symbol.QualifiedName, sla, reviewers.ToValueList(), approvals, canary);
    }
}
