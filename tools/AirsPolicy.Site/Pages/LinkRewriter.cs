using System.Collections.Immutable;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AirsPolicy.Site.Pages;

/// <summary>Turns links between files into links between pages, and takes away what is neither that nor a link to the web.</summary>
internal sealed class LinkRewriter(string path)
{
    private static readonly string[] s_schemes = ["https://", "http://", "mailto:"];

    private readonly ImmutableArray<PageLink>.Builder _links = ImmutableArray.CreateBuilder<PageLink>();
    private readonly ImmutableArray<string>.Builder _problems = ImmutableArray.CreateBuilder<string>();

    private readonly ImmutableArray<string>.Builder _pictures = ImmutableArray.CreateBuilder<string>();

    public ImmutableArray<string> Pictures => _pictures.ToImmutable();

    public ImmutableArray<PageLink> Links => _links.ToImmutable();

    public ImmutableArray<string> Problems => _problems.ToImmutable();

    public void Rewrite(MarkdownDocument document)
    {
        var heading = "";
        foreach (var part in document.Descendants().ToList())
        {
            switch (part)
            {
                case HeadingBlock { Level: 2 } next:
                    heading = BlockText.Of(next);
                    break;
                case LinkInline { IsImage: true } image when PictureOf(image.Url ?? "") is { } picture:
                    _pictures.Add(picture);
                    image.Url = PagePath.ToRoot(path) + picture;
                    break;
                case LinkInline link:
                    link.Url = AddressOf(link.GetDynamicUrl?.Invoke() ?? link.Url ?? "", heading);
                    link.GetDynamicUrl = null;
                    // An image would be fetched; a link to it is not.
                    link.IsImage = false;
                    break;
                case AutolinkInline { IsEmail: false } link when !IsOutside(link.Url):
                    _problems.Add($"{path} links to {link.Url}, which a page may not do.");
                    link.ReplaceBy(new LiteralInline(link.Url));
                    break;
            }
        }
    }

    // A picture of the documentation goes along with its page.
    private string? PictureOf(string address) =>
        address.EndsWith(".png", StringComparison.Ordinal) && !address.Contains(':', StringComparison.Ordinal) && !address.StartsWith('/')
            ? PagePath.Resolve(path, address)
            : null;

    private static bool IsOutside(string address) =>
        s_schemes.Any(scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    private string AddressOf(string address, string heading)
    {
        if (IsOutside(address))
            return address;
        var (file, anchor) = address.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash
            ? (address[..hash], address[(hash + 1)..])
            : (address, "");
        var target = file.Length == 0 ? path : PagePath.Resolve(path, file);
        if (target is null || file.Contains(':', StringComparison.Ordinal) || file.StartsWith('/'))
        {
            _problems.Add($"{path} links to {address}, which a page may not do.");
            return "#";
        }

        _links.Add(new PageLink(heading, target, anchor));
        return (file.Length == 0 ? "" : PagePath.ToRoot(path) + PagePath.Of(target)) + (anchor.Length == 0 ? "" : "#" + anchor);
    }
}
