using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace AirsPolicy.Site.Pages;

/// <summary>Shows HTML in Markdown as text, and leaves comments out.</summary>
internal sealed class RawBlockRenderer : HtmlObjectRenderer<HtmlBlock>
{
    protected override void Write(HtmlRenderer renderer, HtmlBlock obj)
    {
        ArgumentNullException.ThrowIfNull(renderer);
        ArgumentNullException.ThrowIfNull(obj);
        if (obj.Type != HtmlBlockType.Comment)
            renderer.Write("<p>").WriteEscape(obj.Lines.ToString()).WriteLine("</p>");
    }
}
