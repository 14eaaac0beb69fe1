namespace AirsPolicy.Text.Windows;

/// <summary>A match that nothing can change any more.</summary>
/// <param name="Source">Under which number it is told.</param>
/// <param name="Start">Where it begins, in units of the view.</param>
/// <param name="End">Where it ends, exclusive.</param>
internal readonly record struct WindowMatch(int Source, int Start, int End);
