using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Comparison.Results;

/// <summary>A control that fires differently in two versions.</summary>
/// <param name="Id">Its qualified name.</param>
/// <param name="Before">Where the earlier version declares it, or null where it does not.</param>
/// <param name="After">Where the later version declares it, or null where it does not.</param>
internal sealed record ChangedControl(string Id, SourcePlace? Before, SourcePlace? After);
