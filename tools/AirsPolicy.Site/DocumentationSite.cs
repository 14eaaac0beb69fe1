using System.Collections.Immutable;
using AirsPolicy.Site.Layout;
using AirsPolicy.Site.Pages;
using AirsPolicy.Site.Searching;

namespace AirsPolicy.Site;

/// <summary>The documentation as files that a browser shows without a server.</summary>
/// <param name="Files">The pages, the style sheet and the search.</param>
/// <param name="Problems">Links that lead nowhere, one sentence each.</param>
internal sealed record DocumentationSite(ImmutableArray<SiteFile> Files, ImmutableArray<string> Problems)
{
    /// <summary>The pictures of the pages, by their paths relative to the repository, which are those in the site.</summary>
    public ImmutableArray<string> Pictures { get; init; } = [];

    /// <summary>Reads the Markdown below <c>docs</c>, the README, and every file of the repository that these lead to.</summary>
    /// <param name="root">The folder of the repository.</param>
    public static DocumentationSite Read(string root)
    {
        var docs = Directory.EnumerateFiles(Path.Combine(root, "docs"), "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
        var site = Of(["README.md", .. docs], path => ReadText(root, path));
        var lost = site.Pictures.Where(picture => !File.Exists(Path.Combine(root, picture)));
        return site with { Problems = [.. site.Problems, .. lost.Select(picture => $"The picture {picture} is not there.")] };
    }

    /// <summary>Makes a site of some files and of those that they lead to.</summary>
    /// <param name="paths">The paths of the files, relative to the repository.</param>
    /// <param name="read">Gives the text of a file; null where there is none.</param>
    internal static DocumentationSite Of(IEnumerable<string> paths, Func<string, string?> read)
    {
        var pages = new Dictionary<string, Page>(StringComparer.Ordinal);
        var pending = new Queue<string>(paths);
        while (pending.TryDequeue(out var path))
        {
            if (pages.ContainsKey(path) || read(path) is not { } text)
                continue;
            var page = PageReader.Read(path, text);
            pages.Add(path, page);
            foreach (var link in page.Links)
                pending.Enqueue(link.Path);
        }

        var navigation = Navigation.Of(pages);
        return new DocumentationSite(
            [
                .. pages.Values.Select(page => new SiteFile(PagePath.Of(page.Path), PageHtml.Of(page, navigation))),
                new SiteFile("search-index.js", SearchIndex.Of(pages.Values)),
                Asset("site.js"),
                Asset("site.css"),
            ],
            [.. pages.Values.SelectMany(page => page.Problems.Concat(LostLinks(page, pages)))])
        {
            Pictures = [.. pages.Values.SelectMany(page => page.Pictures).Distinct(StringComparer.Ordinal)],
        };
    }

    private static IEnumerable<string> LostLinks(Page page, Dictionary<string, Page> pages) =>
        from link in page.Links
        where !pages.TryGetValue(link.Path, out var target)
            || (link.Anchor.Length > 0 && !target.Sections.Any(section => section.Anchor == link.Anchor))
        select $"{page.Path} links to {link.Path}{(link.Anchor.Length > 0 ? "#" : "")}{link.Anchor}, which is not there.";

    // A file with a null character is no text, and makes no page.
    private static string? ReadText(string root, string path)
    {
        var file = Path.Combine(root, path);
        return File.Exists(file) && File.ReadAllText(file) is var text && !text.Contains('\0') ? text : null;
    }

    private static SiteFile Asset(string name)
    {
        using var reader = new StreamReader(typeof(DocumentationSite).Assembly.GetManifestResourceStream(name)!);
        return new SiteFile(name, reader.ReadToEnd());
    }
}
