namespace AirsPolicy.Site.Pages;

/// <summary>A heading with the text up to the next heading.</summary>
/// <param name="Level">From 1 to 6.</param>
/// <param name="Anchor">The id of the heading.</param>
/// <param name="Heading">The text of the heading.</param>
/// <param name="Text">The text below it.</param>
internal sealed record Section(int Level, string Anchor, string Heading, string Text);
