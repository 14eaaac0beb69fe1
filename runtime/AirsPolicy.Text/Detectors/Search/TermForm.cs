using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Detectors.Search;

/// <summary>What a term reads as in a view.</summary>
/// <param name="Kind">The view.</param>
/// <param name="Text">The text to look for, not empty.</param>
internal readonly record struct TermForm(TextViewKind Kind, string Text);
