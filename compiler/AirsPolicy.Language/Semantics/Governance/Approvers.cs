using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Semantics.Governance;

/// <summary>Nobody lets himself off.</summary>
internal static class Approvers
{
    /// <summary>Reports an approver who is an owner.</summary>
    /// <param name="context">Where it is reported.</param>
    /// <param name="approved">Who approved it.</param>
    /// <param name="what">What is approved, as a message begins with it.</param>
    /// <param name="owners">Who owns it.</param>
    public static void Check(BindingContext context, ApprovedByMemberSyntax approved, string what, IEnumerable<string?> owners)
    {
        if (Literals.Text(approved.Text) is { } approver
            && owners.Any(owner => string.Equals(owner?.Trim(), approver.Trim(), StringComparison.OrdinalIgnoreCase)))
            context.Report(GovernanceDiagnostics.OwnApproval, approved.Text.Source, approved.Text.Span, what, approver);
    }
}
