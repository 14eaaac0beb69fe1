namespace AirsPolicy.Language.Syntax;

internal sealed partial class Parser
{
    private static readonly MemberTable s_systemMembers = new(
        "a system",
        [
            .. Shared.Meta,
            Shared.Model,
            new(
                Keyword.Tier,
                static parser => new SystemTierMemberSyntax(
                    parser.Next(),
                    parser.Path(),
                    parser.At(Keyword.Because) ? parser.Because() : null)),
            Shared.Text(Keyword.Zone),
            Shared.Name(Keyword.Stream),
            new(Keyword.Profile, static parser => new ProfileRecordMemberSyntax(parser.Next(), parser.Record())),
        ]);

    private SystemDeclarationSyntax System()
    {
        var keyword = Next();
        var head = Head();
        return new SystemDeclarationSyntax(keyword, head, Block(s_systemMembers, keyword, head.Name.Text));
    }
}
