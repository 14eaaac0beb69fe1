using Markdig.Extensions.Tables;
using Markdig.Renderers;

namespace AirsPolicy.Site.Pages;

/// <summary>Lets a wide table scroll, and not the page.</summary>
internal sealed class WideTableRenderer : HtmlTableRenderer
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        ArgumentNullException.ThrowIfNull(renderer);
        renderer.EnsureLine();
        renderer.Write("<div class=\"table\" tabindex=\"0\">");
        base.Write(renderer, table);
        renderer.WriteLine("</div>");
    }
}
