using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>Binds a <c>group</c>.</summary>
internal static class GroupBinder
{
    /// <summary>The tools of a group, each once, by the alphabet; what is wrong with it is reported once.</summary>
    public static ImmutableArray<Symbol> ToolsOf(BindingContext context, Symbol group)
    {
        if (context.Groups.TryGetValue(group, out var known))
            return known;
        var clauses = new ClauseSet(context, group.Name);
        var members = ((GroupDeclarationSyntax)group.Syntax)
            .Block.Members.OfType<PathsMemberSyntax>()
            .Where(member => clauses.First("tools", member))
            .ToList();
        if (members.Count == 0)
            context.Report(ToolDiagnostics.EmptyGroup, group.Declaration.Source, group.Declaration.Span, group.Name);
        var tools = members
            .SelectMany(member => member.Paths)
            .Select(path => ToolBinder.Require(context, group.Package, path))
            .OfType<Symbol>()
            .Distinct()
            .OrderBy(tool => tool.Name, StringComparer.Ordinal)
            .ToImmutableArray();
        context.Groups.Add(group, tools);
        return tools;
    }
}
