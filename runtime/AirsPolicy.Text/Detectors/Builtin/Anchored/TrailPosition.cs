namespace AirsPolicy.Text.Detectors.Builtin.Anchored;

/// <summary>How far a trail has been read in a text that still arrives.</summary>
/// <param name="Part">The part that is being read.</param>
/// <param name="From">Where it began.</param>
/// <param name="At">How far it has been read.</param>
internal readonly record struct TrailPosition(int Part, int From, int At);
