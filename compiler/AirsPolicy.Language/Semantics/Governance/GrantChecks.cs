using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Semantics.Names;
using AirsPolicy.Language.Symbols;

namespace AirsPolicy.Language.Semantics.Governance;

/// <summary>
/// Extending a policy closes its grants: the tools and agents it declares are the allow-list of those that extend it as well.
/// </summary>
internal static class GrantChecks
{
    /// <param name="grant">A tool, an agent or a workflow.</param>
    public static void Check(BindingContext context, Symbol grant)
    {
        if (grant
                .Package.InForce()
                .Skip(1)
                .FirstOrDefault(package => package.IsPolicy && package.Members.Values.Any(member => member.Kind == grant.Kind)) is
            { } extended)
            context.Report(
                GovernanceDiagnostics.GrantOutside,
                grant.Declaration.Source,
                grant.Declaration.Span,
                grant.Name,
                extended.Name,
                NameLookup.KindName(grant.Kind));
    }
}
