using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>One clear error for each declaration that is part of the grammar but not carried out by this version.</summary>
internal static class UnsupportedDeclarations
{
    public static void Report(BindingContext context, PackageSymbol package)
    {
        foreach (var tree in package.Syntax.Trees)
        {
            foreach (var declaration in tree.Root.Declarations)
            {
                if (WordsOf(declaration) is { } words)
                    context.Report(NameDiagnostics.NotCarriedOut, tree.Source, declaration.Keyword.Span, words);
            }
        }
    }

    private static string? WordsOf(DeclarationSyntax declaration) => declaration switch
    {
        AuditDeclarationSyntax => declaration.Keyword.Text,
        _ => null,
    };
}
