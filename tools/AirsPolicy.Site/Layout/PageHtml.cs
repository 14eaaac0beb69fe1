using System.Net;
using AirsPolicy.Site.Pages;

namespace AirsPolicy.Site.Layout;

/// <summary>A whole page: what stands around the content is the same on each.</summary>
internal static class PageHtml
{
    private const string Product = "AirsPolicy";

    public static string Of(Page page, Navigation navigation)
    {
        var root = PagePath.ToRoot(page.Path);
        var contents = Contents(page);
        return $"""
            <!doctype html>
            <html lang="en" data-root="{root}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{WebUtility.HtmlEncode(page.Title == Product ? Product : $"{page.Title} - {Product}")}</title>
            <link rel="stylesheet" href="{root}site.css">
            <script defer src="{root}site.js"></script>
            </head>
            <body>
            <a class="skip" href="#site-content">Skip to the content</a>
            <header>
            <a class="home" href="{root}index.html">{Product}</a>
            <a href="{root}docs/index.html">Documentation</a>
            <button type="button" popovertarget="site-pages">Pages</button>
            {(contents.Length > 0 ? "<button type=\"button\" popovertarget=\"site-contents\">On this page</button>" : "")}
            <form role="search" id="site-search" hidden>
            <label for="site-query">Search</label>
            <input id="site-query" type="search" autocomplete="off" placeholder="Press / to search">
            <p id="site-found" role="status"></p>
            <ol id="site-results"></ol>
            </form>
            </header>
            <div class="columns">
            <nav id="site-pages" popover aria-label="Pages">
            {navigation.Html(page)}</nav>
            <main id="site-content" tabindex="-1">
            {page.Body}</main>
            {contents}</div>
            </body>
            </html>

            """;
    }

    // Fewer than two headings need no list.
    private static string Contents(Page page)
    {
        var sections = page.Sections.Where(section => section.Level is 2 or 3).ToList();
        if (sections.Count < 2)
            return "";
        return $"""
            <nav id="site-contents" popover aria-label="On this page">
            <h2>On this page</h2>
            <ul>
            {string.Concat(sections.Select(Item))}</ul>
            </nav>

            """;
    }

    private static string Item(Section section)
    {
        var link = $"<a href=\"#{WebUtility.HtmlEncode(section.Anchor)}\">{WebUtility.HtmlEncode(section.Heading)}</a>";
        return $"<li class=\"level{section.Level}\">{link}</li>\n";
    }
}
