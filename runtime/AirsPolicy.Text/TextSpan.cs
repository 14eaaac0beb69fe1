namespace AirsPolicy.Text;

/// <summary>
/// A half-open range of UTF-16 units of a text: <paramref name="Start"/> is in it, <paramref name="End"/> is the first that is not.
/// </summary>
/// <param name="Start">At least 0.</param>
/// <param name="End">At least <paramref name="Start"/>; equal for an empty span.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>The number of UTF-16 units in the span.</summary>
    public int Length => End - Start;
}
