using System.Collections.Immutable;
using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Agents;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Names;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Semantics.Agents;

/// <summary>Binds what agents and workflows hold.</summary>
internal sealed class GrantsBinder(BindingContext context, Symbol symbol, ClauseSet clauses)
{
    public WrittenGrants Grants { get; private set; } = WrittenGrants.Nothing;

    /// <summary>The models that it says it uses, and who provides them; null where it says nothing.</summary>
    public UsedModels? Models { get; private set; }

    /// <summary>Whether a member was one of those that agents and workflows have in common.</summary>
    public bool Bind(MemberSyntax member)
    {
        switch (member)
        {
            case PathsMemberSyntax { Keyword.Keyword: Keyword.Tools } tools:
                if (clauses.First("tools", tools))
                    Grants = Grants with { Tools = ToolsOf(tools.Paths) };
                return true;
            case PathsMemberSyntax { Keyword.Keyword: Keyword.Never } never:
                if (clauses.First("never", never))
                    Grants = Grants with { Never = [.. never.Paths.AsEnumerable().SelectMany(Forbidden)] };
                return true;
            case TextsMemberSyntax { Keyword.Keyword: Keyword.Reads } reads:
                if (clauses.First("reads", reads))
                    Grants = Grants with { Reads = HostsOf("reads", reads.Texts) };
                return true;
            case TextsMemberSyntax { Keyword.Keyword: Keyword.Writes } writes:
                if (clauses.First("writes", writes))
                    Grants = Grants with { Writes = HostsOf("writes", writes.Texts) };
                return true;
            case ModelMemberSyntax model:
                if (clauses.First("model", model))
                    Models = ModelsOf(model);
                return true;
            case WhenRuleSyntax or AlwaysRuleSyntax or LetMemberSyntax or LimitMemberSyntax:
                return true; // Bound once all facts are laid out.
            case OwnerMemberSyntax or ApprovedByMemberSyntax or EffectiveMemberSyntax or ReviewMemberSyntax or SeverityMemberSyntax
                or SatisfiesMemberSyntax or MitigatesMemberSyntax:
                return true; // Governance reads them.
            default:
                return false;
        }
    }

    /// <summary>The grants of the model.</summary>
    /// <param name="never">What never stands in addition.</param>
    public static GrantsModel Model(WrittenGrants grants, ImmutableArray<WrittenName> never) =>
        new(Ordered(grants.Tools), Ordered(grants.Never.AddRange(never)), Ordered(grants.Reads), Ordered(grants.Writes));

    /// <summary>Holds an agent to its workflow.</summary>
    public static void CheckWithin(BindingContext context, Symbol agent, WrittenGrants held, Symbol workflow, WrittenGrants bound)
    {
        Check("may call", held.Tools, bound.Tools);
        Check("reads", held.Reads, bound.Reads);
        Check("writes", held.Writes, bound.Writes);

        void Check(string verb, ImmutableArray<WrittenName> names, ImmutableArray<WrittenName> granted)
        {
            foreach (var name in names.Where(name => granted.All(other => other.Name != name.Name)))
                context.Report(AgentDiagnostics.MoreThanWorkflow, name.Source, name.Span, agent.Name, verb, name.Name, workflow.Name);
        }
    }

    private static ValueList<string> Ordered(IEnumerable<WrittenName> names) =>
        names.Select(name => name.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList();

    private ImmutableArray<WrittenName> ToolsOf(IEnumerable<PathSyntax> paths) =>
    [
        .. from path in paths
           from tool in ToolBinder.RequireAll(context, symbol.Package, path)
           select new WrittenName(tool.Name, path.Parts[0].Source, path.Span),
    ];

    // What nobody declares nobody can call, so that forbidding it says aloud what holds anyway. A name like that of a tool is a misspelt
    // one.
    private IEnumerable<WrittenName> Forbidden(PathSyntax path)
    {
        var isForeign = !path.IsMissing && path.Parts.Count == 1 && NameLookup.FindAny(symbol.Package, path.Text) is null
            && Spelling.Nearest(
                path.Text,
                NameLookup.Names(symbol.Package, SymbolKind.Tool).Concat(NameLookup.Names(symbol.Package, SymbolKind.Group))) is null;
        return isForeign ? [new WrittenName(path.Text, path.Parts[0].Source, path.Span)] : ToolsOf([path]);
    }

    private UsedModels ModelsOf(ModelMemberSyntax syntax)
    {
        var models = new UsedModels(
            Literals.Texts(syntax.Texts).ToValueList(), Literals.Text(syntax.From?.Text), Literals.Texts(syntax.Families).ToValueList());
        context.Hosts.UnionWith(models.Names.Select(name => new HostBinding("model", name)));
        if (models.Provider is { } provider)
            context.Hosts.Add(new HostBinding("provider", provider));
        return models;
    }

    private ImmutableArray<WrittenName> HostsOf(string kind, IEnumerable<SyntaxToken> texts)
    {
        var names = ImmutableArray.CreateBuilder<WrittenName>();
        foreach (var text in texts)
        {
            if (Literals.Text(text) is not { } name)
                continue;
            context.Hosts.Add(new HostBinding(kind, name));
            names.Add(new WrittenName(name, text.Source, text.Span));
        }

        return names.ToImmutable();
    }
}
