namespace AirsPolicy.Language.Comparison;

/// <summary>A request that was recorded.</summary>
/// <param name="Line">Its line in the recording, from 1.</param>
/// <param name="Point">The decision point.</param>
/// <param name="Facts">The facts as JSON text of one object.</param>
internal sealed record RecordedRequest(int Line, string Point, string Facts);
