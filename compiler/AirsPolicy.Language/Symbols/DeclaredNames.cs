using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Symbols;

/// <summary>Collects the names that the files of a package declare. One package has one space of names: each is declared once.</summary>
internal static class DeclaredNames
{
    internal static Dictionary<string, Symbol> Collect(PackageSymbol package, DiagnosticBag diagnostics)
    {
        var members = new Dictionary<string, Symbol>(StringComparer.Ordinal);
        foreach (var tree in package.Syntax.Trees)
        {
            foreach (var declaration in tree.Root.Declarations)
                Add(package, declaration, members, diagnostics);
        }
        return members;
    }

    /// <summary>The kind and name of a declaration, or null for one that names nothing.</summary>
    public static (SymbolKind Kind, SyntaxToken Name)? NameOf(DeclarationSyntax declaration) => declaration switch
    {
        TypeDeclarationSyntax type => (SymbolKind.Type, type.Name),
        FactDeclarationSyntax fact => (SymbolKind.Fact, fact.Name),
        ParamDeclarationSyntax param => (SymbolKind.Param, param.Name),
        LetDeclarationSyntax let => (SymbolKind.Let, let.Name),
        DataDeclarationSyntax data => (SymbolKind.Data, data.Name),
        DetectorDeclarationSyntax detector => (SymbolKind.Detector, detector.Head.Name),
        ControlDeclarationSyntax control => (SymbolKind.Control, control.Head.Name),
        ToolDeclarationSyntax tool => (SymbolKind.Tool, tool.Head.Name),
        GroupDeclarationSyntax group => (SymbolKind.Group, group.Head.Name),
        QueueDeclarationSyntax queue => (SymbolKind.Queue, queue.Head.Name),
        LabelDeclarationSyntax label => (SymbolKind.Label, label.Head.Name),
        JudgeDeclarationSyntax judge => (SymbolKind.Judge, judge.Head.Name),
        AgentDeclarationSyntax agent => (SymbolKind.Agent, agent.Head.Name),
        WorkflowDeclarationSyntax workflow => (SymbolKind.Workflow, workflow.Head.Name),
        BreakerDeclarationSyntax breaker => (SymbolKind.Breaker, breaker.Head.Name),
        SchemeDeclarationSyntax scheme => (SymbolKind.Scheme, scheme.Head.Name),
        LimitDeclarationSyntax { Limit.Name: { } name } => (SymbolKind.Limit, name),
        _ => null,
    };

    /// <summary>Whether a declaration of the file, or a let inside one, has no name.</summary>
    internal static bool LacksName(FileSyntax file)
    {
        foreach (var declaration in file.Declarations)
        {
            if (NameOf(declaration) is { Name.IsMissing: true } || HasNamelessLet(declaration))
                return true;
        }
        return false;
    }

    private static bool HasNamelessLet(DeclarationSyntax declaration)
    {
        var members = declaration switch
        {
            ControlDeclarationSyntax control => control.Block.Members,
            ToolDeclarationSyntax { Block: { } block } => block.Members,
            _ => SyntaxList<MemberSyntax>.Empty,
        };
        foreach (var member in members)
        {
            if (member is LetMemberSyntax { Name.IsMissing: true })
                return true;
        }
        return false;
    }

    private static void Add(
        PackageSymbol package,
        DeclarationSyntax declaration,
        Dictionary<string, Symbol> members,
        DiagnosticBag diagnostics)
    {
        if (NameOf(declaration) is not { } named || named.Name.IsMissing)
            return;
        var name = named.Name;
        if (members.TryAdd(name.Text, new Symbol(package, named.Kind, name.Text, name, declaration)))
            return;
        var first = members[name.Text].Declaration;
        diagnostics.Add(new Diagnostic(NameDiagnostics.DeclaredTwice, name.Source, name.Span, [name.Text, "package"])
        {
            Related = [new RelatedLocation(first.Source, first.Span, $"'{name.Text}' is declared here first")],
        });
    }
}
