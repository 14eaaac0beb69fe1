using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Cli.Deciding;

/// <summary>An event of a recorded trace.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Point">The decision point.</param>
/// <param name="Facts">The facts as JSON text of one object, with the time.</param>
/// <param name="At">When, in ticks of 100 ns since 0001-01-01 UTC.</param>
/// <param name="Outcome">What was decided then, or null where the trace does not say.</param>
/// <param name="Answer">What people answered then, or null.</param>
internal sealed record RecordedEvent(int Line, string Point, string Facts, long At, Outcome? Outcome, HeldAnswer? Answer);
