using AirsPolicy.Language.Analysis.Tiers;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Semantics.Governance;
using AirsPolicy.Language.Semantics.Names;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Declarations;

/// <summary>What a policy declares and does not use.</summary>
internal sealed class UnusedDeclarationAnalysis : IAnalysis
{
    public static readonly DiagnosticDescriptor Unused = new(
        "AIRS7036", Notice, "Declaration that nothing uses",
        "Nothing that decides uses the {0} '{1}'; remove it, or write the rule that it is for.",
        """
        A fact, type, `let`, param, table of data, detector, group or queue of a policy that nothing in force names changes no decision,
        and often stands for a rule that somebody forgot. The same is true of a label without members that nothing names, and of a `let` inside a control.

        Tests and proofs decide nothing: what only they name is unused, and so is what only an unused `let` names. A queue is used where it
        takes samples, and where a rule reads its numbers (`queue.NAME`). A queue that claims an id of a catalogue is looked at no more than one
        of a system whose tier requires something of queues: an assessment asks for it. What a library declares is for others, and is not looked at. The fix
        removes the declaration, and is offered where the name is written nowhere else in the package. This is a notice and fails no build.
        """);

    public void Run(AnalysisContext context)
    {
        if (!context.Model.Deployable)
            return;
        var package = context.Packages[0];
        var answers = AnsweringQueues(context);
        var unused = package
            .Members.Values.Where(symbol => IsLookedAt(symbol) && !answers(symbol))
            .Select(symbol => new Declared(symbol.Syntax, symbol.Declaration, symbol.Kind))
            .Concat(InnerLets(package).Select(let => new Declared(let, let.Name, SymbolKind.Let)))
            .Where(declared => !context.Used.Contains(declared.Node))
            .ToList();
        if (unused.Count == 0)
            return;
        Dictionary<string, int>? written = null;
        foreach (var (node, name, kind) in unused)
        {
            var isNamed = StandsTwice(package, name.Text) && (written ??= Written(package))[name.Text] > 1;
            // Rules may ask for a label by a text.
            if (kind != SymbolKind.Label || !isNamed)
                context.Report(
                    Unused,
                    name.Source,
                    name.Span,
                    isNamed ? [] : [Removal.Of(node, name)],
                    NameLookup.KindName(kind),
                    name.Text);
        }
    }

    private static bool IsLookedAt(Symbol symbol) => symbol.Kind switch
    {
        SymbolKind.Fact or SymbolKind.Data or SymbolKind.Type or SymbolKind.Let or SymbolKind.Param => true,
        SymbolKind.Detector or SymbolKind.Queue or SymbolKind.Group => true,
        SymbolKind.Label => ((LabelDeclarationSyntax)symbol.Syntax).Block.Members.Count == 0,
        _ => false,
    };

    // Removing such a queue would leave an id or a tier without what answers it.
    private static Func<Symbol, bool> AnsweringQueues(AnalysisContext context)
    {
        var governance = context.Model.Governance;
        var isRequired = RequiredTiers
            .Required(governance)
            .Any(required => required.Tier.Values.Any(value => value.Path is Requirements.QueueSla or Requirements.QueueApprovals));
        var claimants = governance.Claims.Select(claim => claim.By).ToHashSet(StringComparer.Ordinal);
        return symbol => symbol.Kind == SymbolKind.Queue && (isRequired || claimants.Contains(symbol.QualifiedName));
    }

    // Conditions and effects are most of a file, and nothing is declared in them.
    private static IEnumerable<LetMemberSyntax> InnerLets(PackageSymbol package) =>
        package
            .Syntax.Trees.SelectMany(tree => tree.Root.Declarations)
            .SelectMany(declaration =>
                declaration.DescendantsAndSelf(static element =>
                    element is not (ExpressionSyntax or EffectSyntax or WhenRuleSyntax or LetMemberSyntax)))
            .OfType<LetMemberSyntax>();

    // The text is looked through many times faster than the tokens, which only a name that stands there twice needs.
    private static bool StandsTwice(PackageSymbol package, string name)
    {
        var count = 0;
        foreach (var tree in package.Syntax.Trees)
        {
            var text = tree.Source.Content;
            for (
                var at = text.IndexOf(name, StringComparison.Ordinal);
                at >= 0;
                at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
            {
                if (++count == 2)
                    return true;
            }
        }
        return false;
    }

    private static Dictionary<string, int> Written(PackageSymbol package) =>
        package
            .Syntax.Trees.SelectMany(tree => tree.Root.Tokens())
            .CountBy(token => token.Text.Trim('"'), StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);

    private sealed record Declared(SyntaxNode Node, SyntaxToken Name, SymbolKind Kind);
}
