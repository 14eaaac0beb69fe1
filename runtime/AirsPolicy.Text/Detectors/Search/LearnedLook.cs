using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Detectors.Search;

/// <summary>What a learned model says of a view.</summary>
/// <param name="View">The view.</param>
/// <param name="Share">How much it is what the model looks for, in millionths.</param>
/// <param name="Window">The window that says so most, in units of the view.</param>
internal readonly record struct LearnedLook(TextView View, int Share, TextSpan Window);
