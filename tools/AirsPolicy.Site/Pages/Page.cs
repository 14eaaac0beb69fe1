using System.Collections.Immutable;

namespace AirsPolicy.Site.Pages;

/// <summary>A file of the repository as a page.</summary>
/// <param name="Path">The path of the file, relative to the repository.</param>
/// <param name="Title">The text of its first heading.</param>
/// <param name="Body">Its content as HTML.</param>
/// <param name="Sections">What stands below each heading, in order.</param>
/// <param name="Links">The files that it leads to, in order.</param>
/// <param name="Problems">Links that no page may have, one sentence each.</param>
internal sealed record Page(
    string Path,
    string Title,
    string Body,
    ImmutableArray<Section> Sections,
    ImmutableArray<PageLink> Links,
    ImmutableArray<string> Problems)
{
    /// <summary>The pictures that it shows, by their paths relative to the repository.</summary>
    public ImmutableArray<string> Pictures { get; init; } = [];
}
