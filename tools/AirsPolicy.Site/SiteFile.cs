namespace AirsPolicy.Site;

/// <summary>A file of the site.</summary>
/// <param name="Path">Relative to the folder of the site, with <c>/</c>.</param>
/// <param name="Text">What it holds.</param>
internal sealed record SiteFile(string Path, string Text);
