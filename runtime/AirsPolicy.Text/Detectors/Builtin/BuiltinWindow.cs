using System.Buffers;

namespace AirsPolicy.Text.Detectors.Builtin;

/// <summary>
/// Where a built-in detector can be asked of a stretch of its view and gives what it gives of the whole. A stretch begins and ends with a
/// unit of <paramref name="Parts"/> and has at most <paramref name="Gap"/> others between two of them; what stands further apart belongs to
/// two. Every match lies in the surroundings of one stretch, and nothing beyond the context has a say in what is found there.
/// </summary>
/// <param name="Parts">The units that make a stretch, of which every match has some.</param>
/// <param name="Gap">
/// The most other units between two of them; at least those of <paramref name="Before"/> and <paramref name="After"/> together.
/// </param>
/// <param name="Least">With fewer of them a stretch holds no match.</param>
/// <param name="Before">How many units before a stretch a match begins at most.</param>
/// <param name="After">How many units behind a stretch a match ends at most.</param>
/// <param name="Context">How many units on both sides of these surroundings the detector looks at.</param>
/// <param name="Stops">Units that no match has before its stretch; null for none.</param>
internal sealed record BuiltinWindow(
    SearchValues<char> Parts,
    int Gap,
    int Least,
    int Before,
    int After,
    int Context,
    SearchValues<char>? Stops = null);
