using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace AirsPolicy.Site.Pages;

/// <summary>Writes blocks of code, and colours those of the language.</summary>
internal sealed class CodeRenderer : HtmlObjectRenderer<CodeBlock>
{
    protected override void Write(HtmlRenderer renderer, CodeBlock obj)
    {
        ArgumentNullException.ThrowIfNull(renderer);
        ArgumentNullException.ThrowIfNull(obj);
        renderer.EnsureLine();
        renderer.Write(CodeHtml.Of((obj as FencedCodeBlock)?.Info ?? "", obj.Lines.ToString()));
    }
}
