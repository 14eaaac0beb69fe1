using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace AirsPolicy.Site.Pages;

/// <summary>Shows HTML in a line as text. Tables have no other way to break a line, so that a break stays one.</summary>
internal sealed class RawInlineRenderer : HtmlObjectRenderer<HtmlInline>
{
    protected override void Write(HtmlRenderer renderer, HtmlInline obj)
    {
        ArgumentNullException.ThrowIfNull(renderer);
        ArgumentNullException.ThrowIfNull(obj);
        if (obj.Tag == "<br>")
            renderer.Write("<br>");
        else
            renderer.WriteEscape(obj.Tag);
    }
}
