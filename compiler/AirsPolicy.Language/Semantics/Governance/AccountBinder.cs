using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Symbols.Catalogues;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Semantics.Governance;

/// <summary>Binds <c>owner</c>, <c>approved by</c>, <c>effective</c> and <c>review</c> of the declarations in force.</summary>
internal static class AccountBinder
{
    public static IEnumerable<AccountModel> Bind(BindingContext context)
    {
        foreach (var package in context.InForce)
        {
            foreach (var declaration in package.Syntax.Trees.SelectMany(tree => tree.Root.Declarations))
            {
                if (Accountable.Of(context, package, declaration) is not { } accountable)
                    continue;
                var members = accountable.Members.ToList();
                CheckTwice(context, accountable, members);
                var account = new AccountModel(
                    accountable.Id,
                    members.OfType<OwnerMemberSyntax>().Select(member => Literals.Text(member.Text)).FirstOrDefault(),
                    members.OfType<ApprovedByMemberSyntax>().Select(member => Literals.Text(member.Text)).FirstOrDefault(),
                    members.OfType<EffectiveMemberSyntax>().Select(member => DayOf(member.Date)).FirstOrDefault(),
                    members.OfType<ReviewMemberSyntax>().Select(member => DayOf(member.Date)).FirstOrDefault(),
                    context.Place(package, accountable.Name.Source, accountable.Name.Span));
                if (account is not { Owner: null, ApprovedBy: null, Effective: null, Review: null })
                    yield return account;
            }
        }
    }

    // The system's owner is checked with its other clauses.
    private static void CheckTwice(BindingContext context, Accountable accountable, List<MemberSyntax> members)
    {
        var clauses = new ClauseSet(context, accountable.Name.Text);
        foreach (var member in members)
        {
            var clause = member switch
            {
                OwnerMemberSyntax when accountable.Claimant != Claimant.System => "owner",
                ApprovedByMemberSyntax => "approved by",
                EffectiveMemberSyntax => "effective",
                ReviewMemberSyntax => "review",
                _ => null,
            };
            if (clause is not null)
                clauses.First(clause, member);
        }
    }

    private static int? DayOf(SyntaxToken date) => (date.Literal as DateLiteral)?.DayNumber;
}
