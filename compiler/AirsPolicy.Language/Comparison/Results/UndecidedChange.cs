using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Comparison.Results;

/// <summary>
/// Something that means something else in the later version, and that no difference found shows: it may change decisions, or none.
/// </summary>
/// <param name="Kind">
/// <c>rule</c>; <c>control</c> for its posture or mode; <c>chart</c>, <c>breaker</c>, <c>judge</c>, <c>queue</c>, <c>tool</c>, <c>run</c>,
/// <c>label</c>, <c>content</c>, <c>provider</c>, <c>point</c>, <c>system</c>; <c>detector</c>, <c>fact</c>, <c>let</c>, <c>param</c> or
/// <c>set</c> for what a rule is written with.
/// </param>
/// <param name="Name">Its qualified name; of a rule the id of its control, of a let of a control with the control's name in front.</param>
/// <param name="Before">Where the earlier version declares it, or null where it does not, or no place is known.</param>
/// <param name="After">Where the later version declares it, or null where it does not, or no place is known.</param>
internal sealed record UndecidedChange(string Kind, string Name, SourcePlace? Before, SourcePlace? After);
