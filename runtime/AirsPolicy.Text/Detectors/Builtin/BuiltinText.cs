namespace AirsPolicy.Text.Detectors.Builtin;

/// <summary>A text as a built-in detector reads it.</summary>
/// <param name="text">The view that the detector asks for.</param>
/// <param name="numbers">Where in the folded view there are numbers; null for the plain view.</param>
internal readonly ref struct BuiltinText(ReadOnlySpan<char> text, NumberRegions? numbers)
{
    /// <summary>The view.</summary>
    public ReadOnlySpan<char> Text { get; } = text;

    /// <summary>
    /// The regions of the folded view with at least <see cref="NumberRegions.LeastDigits"/> digits, from left to right. Found once for all
    /// detectors.
    /// </summary>
    public ReadOnlySpan<NumberRegion> Numbers => numbers is null ? [] : numbers.All;

    /// <summary>Where identifiers can begin in the folded view, from left to right. Found once for all detectors.</summary>
    public ReadOnlySpan<IdentifierStart> Starts => numbers is null ? [] : numbers.StartsIn(Text);
}
