using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>Sees to it that each clause of a declaration stands once.</summary>
internal sealed class ClauseSet(BindingContext context, string declaration)
{
    // There are few clauses by name, however many members.
    private readonly List<string> _seen = [];

    /// <summary>Whether this is the first clause of its name; reports it otherwise.</summary>
    public bool First(string clause, SyntaxNode member)
    {
        if (!_seen.Contains(clause))
        {
            _seen.Add(clause);
            return true;
        }
        context.Report(new Diagnostic(ControlDiagnostics.MemberTwice, member.Tokens().First().Source, member.Span, [declaration, clause])
        {
            Fixes = [new DiagnosticFix($"Remove the second '{clause}'", [new TextEdit(member.Span, "")])],
        });
        return false;
    }
}
