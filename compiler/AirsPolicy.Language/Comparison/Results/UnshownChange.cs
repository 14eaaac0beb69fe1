using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Comparison.Results;

/// <summary>Something that is written differently in the two versions, and that no difference found involves.</summary>
/// <param name="Kind"><c>control</c>, <c>detector</c>, <c>fact</c>, <c>let</c>, <c>param</c> or <c>set</c>.</param>
/// <param name="Name">Its qualified name; that of a let of a control with the control's name in front.</param>
/// <param name="Before">Where the earlier version declares it, or null where it does not.</param>
/// <param name="After">Where the later version declares it, or null where it does not.</param>
public sealed record UnshownChange(string Kind, string Name, SourcePlace? Before, SourcePlace? After);
