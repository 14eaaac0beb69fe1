using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>A let, of a package or inside a declaration.</summary>
/// <param name="Syntax">The declaration or member, by which it is known.</param>
/// <param name="NameToken">Its name where it is declared.</param>
/// <param name="Name">Its name in the model: qualified for a let of a package.</param>
/// <param name="Parameters">Its parameters, or null.</param>
/// <param name="Value">What it stands for.</param>
internal sealed record LetDefinition(
    SyntaxNode Syntax,
    SyntaxToken NameToken,
    string Name,
    ParametersSyntax? Parameters,
    ExpressionSyntax Value)
{
    public static LetDefinition Of(LetMemberSyntax let) => new(let, let.Name, let.Name.Text, let.Parameters, let.Value);

    public static LetDefinition Of(Symbol symbol)
    {
        var let = (LetDeclarationSyntax)symbol.Syntax;
        return new LetDefinition(let, let.Name, symbol.QualifiedName, let.Parameters, let.Value);
    }
}
