using AirsPolicy.Language.Semantics.Agents;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Judges;
using AirsPolicy.Language.Semantics.Pace;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Catalogues;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Semantics.Governance;

/// <summary>A declaration that somebody answers for and that can claim ids.</summary>
/// <param name="Id">Its qualified id; of a tool that of its rules, of the system its name.</param>
/// <param name="Claimant">What it is.</param>
/// <param name="Name">Its name where it is declared.</param>
/// <param name="Members">Its members.</param>
internal sealed record Accountable(string Id, Claimant Claimant, SyntaxToken Name, IEnumerable<MemberSyntax> Members)
{
    /// <summary>The declaration as one of these, or null where it is none.</summary>
    public static Accountable? Of(BindingContext context, PackageSymbol package, DeclarationSyntax declaration) =>
        declaration switch
        {
            ControlDeclarationSyntax control when SymbolOf(package, control.Head) is { } symbol => new(
                symbol.QualifiedName,
                Claimant.Control,
                symbol.Declaration,
                control.Block.Members),
            ToolDeclarationSyntax { Block: { } block } tool when SymbolOf(package, tool.Head) is { } symbol => new(
                ToolBinder.ControlIdOf(symbol),
                Claimant.Tool,
                symbol.Declaration,
                block.Members),
            AgentDeclarationSyntax agent when SymbolOf(package, agent.Head) is { } symbol => new(
                AgentControls.IdOf(symbol),
                Claimant.Agent,
                symbol.Declaration,
                agent.Block.Members),
            WorkflowDeclarationSyntax workflow when SymbolOf(package, workflow.Head) is { } symbol => new(
                AgentControls.IdOf(symbol),
                Claimant.Workflow,
                symbol.Declaration,
                workflow.Block.Members),
            JudgeDeclarationSyntax judge when SymbolOf(package, judge.Head) is { } symbol => new(
                DeclaredJudge.ControlIdOf(symbol),
                Claimant.Judge,
                symbol.Declaration,
                judge.Block.Members),
            BreakerDeclarationSyntax breaker when SymbolOf(package, breaker.Head) is { } symbol => new(
                BreakerBinder.ControlIdOf(symbol),
                Claimant.Breaker,
                symbol.Declaration,
                breaker.Block.Members),
            QueueDeclarationSyntax queue when SymbolOf(package, queue.Head) is { } symbol => new(
                symbol.QualifiedName,
                Claimant.Queue,
                symbol.Declaration,
                queue.Block.Members),
            SystemDeclarationSyntax system when package == context.Root => new(
                system.Head.Name.Text,
                Claimant.System,
                system.Head.Name,
                system.Block.Members),
            _ => null,
        };

    // A second declaration of a name is reported elsewhere, and is nothing.
    private static Symbol? SymbolOf(PackageSymbol package, HeadSyntax head) =>
        package.Members.GetValueOrDefault(head.Name.Text) is { } symbol && ReferenceEquals(symbol.Declaration, head.Name) ? symbol : null;
}
