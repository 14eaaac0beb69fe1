namespace AirsPolicy.Site.Pages;

/// <summary>A link to a file of the repository.</summary>
/// <param name="Heading">The heading of level 2 that the link stands below; empty above the first.</param>
/// <param name="Path">The path of the file, relative to the repository.</param>
/// <param name="Anchor">The id of a heading; empty for the whole page.</param>
internal sealed record PageLink(string Heading, string Path, string Anchor);
