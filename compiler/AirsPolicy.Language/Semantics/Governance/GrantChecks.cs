using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Symbols;

namespace AirsPolicy.Language.Semantics.Governance;

/// <summary>Extending a policy closes its grants: what it declares as tools is the allow-list of those that extend it as well.</summary>
internal static class GrantChecks
{
    public static void CheckTool(BindingContext context, Symbol tool)
    {
        if (tool.Package.InForce().Skip(1).FirstOrDefault(package => package.IsPolicy && package.Members.Values.Any(member => member.Kind == SymbolKind.Tool)) is { } extended)
            context.Report(GovernanceDiagnostics.GrantOutside, tool.Declaration.Source, tool.Declaration.Span, tool.Name, extended.Name);
    }
}
