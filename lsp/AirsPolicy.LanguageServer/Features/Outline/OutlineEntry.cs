using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.LanguageServer.Protocol;
using AirsPolicy.Text;

namespace AirsPolicy.LanguageServer.Features.Outline;

/// <summary>A declaration as an outline shows it.</summary>
/// <param name="Name">Its name, else its title or what it is about; never empty.</param>
/// <param name="NameSpan">Where that stands.</param>
/// <param name="Kind">What it looks like.</param>
/// <param name="Syntax">The declaration.</param>
internal sealed record OutlineEntry(string Name, TextSpan NameSpan, OutlineKind Kind, DeclarationSyntax Syntax)
{
    /// <summary>The entry of a declaration, or null for what declares nothing.</summary>
    public static OutlineEntry? Of(DeclarationSyntax declaration)
    {
        if (declaration is MisplacedDirectiveSyntax || declaration.Keyword.IsMissing)
            return null;
        var element = NameOf(declaration) is { IsMissing: false } name ? name : declaration.Keyword;
        var text = declaration.Keyword.Source.Slice(element.Span).Trim('"').ToString();
        return new OutlineEntry(text.Length > 0 ? text : declaration.Keyword.Text, element.Span, KindOf(declaration), declaration);
    }

    private static SyntaxElement NameOf(DeclarationSyntax declaration) =>
        DeclaredNames.NameOf(declaration) is var (_, name) ? name : AboutOf(declaration);

    private static SyntaxElement AboutOf(DeclarationSyntax declaration) => declaration switch
    {
        SystemDeclarationSyntax system => system.Head.Name,
        TierDeclarationSyntax tier => tier.Name,
        TestDeclarationSyntax test => test.Text,
        ProveDeclarationSyntax prove => prove.Text,
        PaceDeclarationSyntax { Layer: { } layer } => layer,
        WaiveDeclarationSyntax waive => waive.Subject,
        InapplicableDeclarationSyntax inapplicable => inapplicable.Id,
        SetDeclarationSyntax set => set.Path,
        _ => declaration.Keyword,
    };

    private static OutlineKind KindOf(DeclarationSyntax declaration) => declaration switch
    {
        SystemDeclarationSyntax => OutlineKind.Module,
        TypeDeclarationSyntax => OutlineKind.Struct,
        DataDeclarationSyntax => OutlineKind.Array,
        FactDeclarationSyntax => OutlineKind.Property,
        ParamDeclarationSyntax or SetDeclarationSyntax => OutlineKind.Constant,
        LetDeclarationSyntax => OutlineKind.Variable,
        DetectorDeclarationSyntax => OutlineKind.Function,
        SchemeDeclarationSyntax => OutlineKind.Enum,
        TierDeclarationSyntax => OutlineKind.EnumMember,
        TestDeclarationSyntax or ProveDeclarationSyntax => OutlineKind.Method,
        WaiveDeclarationSyntax or InapplicableDeclarationSyntax => OutlineKind.Event,
        _ => OutlineKind.Class,
    };
}
