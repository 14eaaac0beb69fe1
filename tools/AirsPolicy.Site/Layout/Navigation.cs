using System.Collections.Immutable;
using System.Net;
using AirsPolicy.Site.Pages;

namespace AirsPolicy.Site.Layout;

/// <summary>The list of pages by purpose, as the index of the documentation has it.</summary>
internal sealed class Navigation
{
    private const string Index = "docs/README.md";

    // Beyond this a list is no help; the index of the folder and the search are.
    private const int MostBelow = 100;

    private readonly ImmutableArray<NavigationSection> _sections;
    private readonly IReadOnlyDictionary<string, Page> _pages;

    private Navigation(ImmutableArray<NavigationSection> sections, IReadOnlyDictionary<string, Page> pages)
    {
        _sections = sections;
        _pages = pages;
    }

    /// <summary>Reads the index among the pages; without one the list is empty.</summary>
    public static Navigation Of(IReadOnlyDictionary<string, Page> pages)
    {
        var sections = pages.TryGetValue(Index, out var index)
            ? index.Links.Where(link => link.Heading.Length > 0).GroupBy(link => link.Heading, StringComparer.Ordinal)
                .Select(links => new NavigationSection(links.Key.Split(':')[0], Targets(links, pages)))
            : [];
        return new Navigation([.. sections], pages);
    }

    /// <summary>The list as a page shows it.</summary>
    public string Html(Page page) => string.Concat(_sections.Select(section =>
        $"<h2>{WebUtility.HtmlEncode(section.Name)}</h2>\n{List(section.Pages.Select(target => Item(page, target)))}"));

    private string Item(Page page, Page target)
    {
        var isAround = PagePath.IsIndex(target.Path) && PagePath.IndexOf(page.Path) == target.Path;
        return Link(page, target, isAround) + (isAround ? Below(page, target) : "");
    }

    // The other pages of the folder that the page lies in.
    private string Below(Page page, Page index)
    {
        var folder = PagePath.FolderOf(index.Path);
        var targets = Targets(index.Links.Where(link => PagePath.FolderOf(link.Path) == folder && link.Path != index.Path), _pages);
        return targets.Length is 0 or > MostBelow ? "" : "\n" + List(targets.Select(target => Link(page, target, isAround: false)));
    }

    private static string List(IEnumerable<string> items) => $"<ul>\n{string.Concat(items.Select(item => $"<li>{item}</li>\n"))}</ul>\n";

    private static string Link(Page page, Page target, bool isAround)
    {
        var current = target.Path == page.Path ? " aria-current=\"page\"" : isAround ? " aria-current=\"true\"" : "";
        var address = WebUtility.HtmlEncode(PagePath.ToRoot(page.Path) + PagePath.Of(target.Path));
        return $"<a href=\"{address}\"{current}>{WebUtility.HtmlEncode(target.Title)}</a>";
    }

    private static ImmutableArray<Page> Targets(IEnumerable<PageLink> links, IReadOnlyDictionary<string, Page> pages) =>
        [.. links.Select(link => pages.GetValueOrDefault(link.Path)).OfType<Page>().Distinct()];
}
