namespace AirsPolicy.Text.Detectors.Builtin;

/// <summary>
/// Digits of a folded text between any two of which that follow one another stand at most <see cref="NumberRegions.WidestGap"/> other
/// units.
/// </summary>
/// <param name="Start">The first digit.</param>
/// <param name="End">Behind the last digit.</param>
/// <param name="Digits">How many digits there are.</param>
internal readonly record struct NumberRegion(int Start, int End, int Digits);
