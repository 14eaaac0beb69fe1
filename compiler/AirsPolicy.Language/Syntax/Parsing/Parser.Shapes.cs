namespace AirsPolicy.Language.Syntax;

internal sealed partial class Parser
{
    private ShapeSyntax Shape()
    {
        if (_nesting >= DeepestNesting)
        {
            TooDeep();
            return MissingShape();
        }

        _nesting++;
        var shape = ShapeWithoutMark();
        _nesting--;
        return At(TokenKind.Question) ? new OptionalShapeSyntax(shape, Next()) : shape;
    }

    private ShapeSyntax ShapeWithoutMark()
    {
        switch (Current.Kind)
        {
            case TokenKind.OpenBracket:
                return ListShape();
            case TokenKind.OpenBrace:
                return RecordShape();
            case TokenKind.Name when At(Keyword.Money) && Ahead.Kind == TokenKind.CatalogueId:
                return new MoneyShapeSyntax(Next(), Next());
            case TokenKind.Name when At(Keyword.One) && Ahead.Keyword == Keyword.Of:
                return new EnumShapeSyntax(Next(), Next(), ListLiteral());
            case TokenKind.Name when At(Keyword.Rising) && Ahead.Kind == TokenKind.OpenBracket:
                return new EnumShapeSyntax(Next(), null, ListLiteral());
            case TokenKind.Name when At(Keyword.Schema) && Ahead.Kind == TokenKind.Text:
                return new SchemaShapeSyntax(Next(), Next());
            case TokenKind.Name or TokenKind.CatalogueId:
                return new NamedShapeSyntax(Path());
            default:
                FailExpected("a type", null);
                return MissingShape();
        }
    }

    private NamedShapeSyntax MissingShape() => new(new PathSyntax(new SeparatedSyntaxList<SyntaxToken>([Missing(TokenKind.Name)], [])));

    private ListShapeSyntax ListShape()
    {
        var open = Next();
        _openBrackets++;
        var shape = new ListShapeSyntax(open, Shape(), ExpectClosing(TokenKind.CloseBracket, open));
        _openBrackets--;
        return shape;
    }

    private RecordShapeSyntax RecordShape()
    {
        var open = Next();
        var fields = Enclosed(
            static parser => new FieldShapeSyntax(parser.ExpectName(), parser.Expect(TokenKind.Colon, "':'"), parser.Shape()),
            static token => token.Kind == TokenKind.Name,
            TokenKind.CloseBrace,
            "fields");
        return new RecordShapeSyntax(open, fields, ExpectClosing(TokenKind.CloseBrace, open));
    }
}
