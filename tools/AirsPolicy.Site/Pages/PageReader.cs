using System.Collections.Immutable;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;

namespace AirsPolicy.Site.Pages;

/// <summary>Makes a page of a file.</summary>
internal static class PageReader
{
    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .Build();

    /// <summary>Reads a file: Markdown by its name, any other text as a block of code.</summary>
    public static Page Read(string path, string text) => path.EndsWith(".md", StringComparison.Ordinal)
        ? ReadMarkdown(path, text)
        : ReadCode(path, text);

    private static Page ReadCode(string path, string text)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var language = name.EndsWith(".airs", StringComparison.Ordinal) ? "airs" : "text";
        return new Page(path, name, CodeHtml.Heading(name, path) + CodeHtml.Of(language, text), [new Section(1, "", name, text)], [], []);
    }

    private static Page ReadMarkdown(string path, string text)
    {
        var document = Markdown.Parse(text, s_pipeline);
        var links = new LinkRewriter(path);
        links.Rewrite(document);
        var sections = Sections(document);
        return new Page(path, sections.FirstOrDefault()?.Heading ?? path, Html(document), sections, links.Links, links.Problems)
        {
            Pictures = links.Pictures,
        };
    }

    private static string Html(MarkdownDocument document)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        s_pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<CodeBlockRenderer>(new CodeRenderer());
        renderer.ObjectRenderers.Replace<HtmlBlockRenderer>(new RawBlockRenderer());
        renderer.ObjectRenderers.Replace<HtmlInlineRenderer>(new RawInlineRenderer());
        renderer.ObjectRenderers.Replace<HtmlTableRenderer>(new WideTableRenderer());
        renderer.Render(document);
        return writer.ToString();
    }

    private static ImmutableArray<Section> Sections(MarkdownDocument document)
    {
        var sections = ImmutableArray.CreateBuilder<Section>();
        var texts = new List<string>();
        HeadingBlock? heading = null;
        foreach (var block in document)
        {
            if (block is HeadingBlock next)
            {
                Close();
                heading = next;
            }
            else
            {
                texts.Add(BlockText.Of(block));
            }
        }

        Close();
        return sections.ToImmutable();

        void Close()
        {
            if (heading is not null)
            {
                var anchor = heading.GetAttributes().Id ?? "";
                sections.Add(new Section(heading.Level, anchor, BlockText.Of(heading), string.Join('\n', texts)));
            }

            texts.Clear();
        }
    }
}
