namespace AirsPolicy.Language.Syntax;

/// <summary>The declarations of types, facts, parameters and named expressions.</summary>
internal sealed partial class Parser
{
    private TypeDeclarationSyntax Type() => new(Next(), ExpectName(), ExpectEqual(), Shape());

    private FactDeclarationSyntax Fact()
    {
        var keyword = Next();
        var name = ExpectName();
        var colon = Expect(TokenKind.Colon, "':'", "between the name of a fact and its type");
        var shape = Shape();
        return new FactDeclarationSyntax(
            keyword,
            name,
            colon,
            shape,
            At(Keyword.At) ? AtPoints() : null,
            At(Keyword.From) ? FactSource() : null);
    }

    private FactSourceSyntax FactSource() => new(Next(), ExpectText(), OptionalWithin(), At(Keyword.On) ? OnError() : null);

    private DataDeclarationSyntax Data()
    {
        var keyword = Next();
        var name = ExpectName();
        var colon = Expect(TokenKind.Colon, "':'", "between the name of data and the type of its rows");
        return new DataDeclarationSyntax(keyword, name, colon, Shape(), Expect(Keyword.From, "before the file with the rows"), ExpectText());
    }

    private ParamDeclarationSyntax Param()
    {
        var keyword = Next();
        var name = ExpectName();
        var colon = Expect(TokenKind.Colon, "':'", "between the name of a parameter and its type");
        var shape = Shape();
        var equal = ExpectEqual();
        return new ParamDeclarationSyntax(keyword, name, colon, shape, equal, Expression(), At(TokenKind.Comma) ? Stricter() : null);
    }

    private StricterSyntax Stricter()
    {
        var comma = Next();
        var direction = At(Keyword.Higher) ? Next() : Expect(Keyword.Lower, "or 'higher' after the value of a parameter");
        return new StricterSyntax(comma, direction, Expect(Keyword.Is), Expect(Keyword.Stricter));
    }

    private SetDeclarationSyntax Set() => new(Next(), Path(), ExpectEqual(), Expression());

    private LetDeclarationSyntax Let()
    {
        var let = LetMember();
        return new LetDeclarationSyntax(let.LetKeyword, let.Name, let.Parameters, let.Equal, let.Value);
    }
}
