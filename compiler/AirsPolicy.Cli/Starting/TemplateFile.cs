namespace AirsPolicy.Cli.Starting;

/// <summary>A file that is written for a new package.</summary>
/// <param name="Path">Where it lies, given from the folder, with '/'.</param>
/// <param name="Text">What it holds.</param>
internal sealed record TemplateFile(string Path, string Text);
