namespace AirsPolicy.Language.Syntax;

internal sealed partial class Parser
{
    private static readonly MemberTable s_groupMembers = new("a group", [Shared.Paths(Keyword.Tools)]);

    private static readonly MemberTable s_toolMembers = new(
        "a tool",
        [
            .. Shared.Meta,
            .. Shared.Rules,
            Shared.Name(Keyword.Class),
            new(Keyword.Args, static parser => parser.ShapeMember()),
            new(Keyword.Result, static parser => parser.ShapeMember()),
            Shared.Paths(Keyword.Labels),
            Shared.Text(Keyword.Scope),
            new(
                Keyword.On,
                static parser => new OnStopMemberSyntax(
                    parser.Next(),
                    parser.Expect(Keyword.Stop),
                    parser.ExpectName("'undo', 'complete', 'leave' or 'discard'"),
                    parser.OptionalByPath())),
            Shared.Limit,
        ]);

    private static readonly MemberTable s_labelMembers = new(
        "a label",
        Shared.Paths(Keyword.From),
        new(
            Keyword.Reaches,
            static parser => new ReachesMemberSyntax(parser.Next(), parser.Paths(), parser.Expect(Keyword.Then), parser.Effects())));

    private GroupDeclarationSyntax Group()
    {
        var keyword = Next();
        var head = Head();
        return new GroupDeclarationSyntax(keyword, head, Block(s_groupMembers, keyword, head.Name.Text));
    }

    private ToolDeclarationSyntax Tool()
    {
        var keyword = Next();
        var head = Head();
        // Without a block nothing but another declaration can follow.
        var hasBlock =
            At(TokenKind.OpenBrace)
            || (
                Current.Keyword != Keyword.None
                && s_toolMembers.Find(Current.Keyword) is not null
                && !KeywordTable.IsDeclaration(Current.Keyword));
        return new ToolDeclarationSyntax(keyword, head, hasBlock ? Block(s_toolMembers, keyword, head.Name.Text) : null);
    }

    private ShapeMemberSyntax ShapeMember() => new(Next(), Shape(), NextIf(Keyword.Open));

    private ByPathSyntax? OptionalByPath() => At(Keyword.By) ? new ByPathSyntax(Next(), Path()) : null;

    private LabelDeclarationSyntax Label()
    {
        var keyword = Next();
        var head = Head();
        return new LabelDeclarationSyntax(keyword, head, Block(s_labelMembers, keyword, head.Name.Text));
    }
}
