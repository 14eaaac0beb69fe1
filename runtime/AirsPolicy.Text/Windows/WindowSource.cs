using AirsPolicy.Text.Detectors.Builtin;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Windows;

/// <summary>Where matches come from: an item of the program of a view, or a built-in detector.</summary>
/// <param name="View">The view in which they are found.</param>
/// <param name="Item">The number of the item in the program of the view; -1 for a built-in detector.</param>
/// <param name="Builtin">The built-in detector, or null.</param>
internal sealed record WindowSource(TextViewKind View, int Item, IBuiltinDetector? Builtin);
