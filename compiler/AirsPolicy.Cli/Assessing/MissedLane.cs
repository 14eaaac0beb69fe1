using AirsPolicy.Collections;
using AirsPolicy.Language.Model.Governance;

namespace AirsPolicy.Cli.Assessing;

/// <summary>A tier outside of the ladder, such as a fast lane, to which a profile does not come.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="Failing">The parts of its condition that do not hold, as they are written.</param>
internal sealed record MissedLane(TierModel Tier, ValueList<string> Failing);
