using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AirsPolicy.Site.Pages;

/// <summary>What a reader sees of a block, without its form.</summary>
internal static class BlockText
{
    public static string Of(Block block) => string.Concat(Parts(block));

    private static IEnumerable<string> Parts(Block block) => block switch
    {
        ContainerBlock container => container.SelectMany(part => Parts(part).Append("\n")),
        HtmlBlock => [],
        LeafBlock { Inline: { } inline } => inline.Descendants().Select(Text),
        LeafBlock leaf => [leaf.Lines.ToString()],
        _ => [],
    };

    private static string Text(MarkdownObject inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        AutolinkInline link => link.Url,
        LineBreakInline => "\n",
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        _ => "",
    };
}
