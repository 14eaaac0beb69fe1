using AirsPolicy.Collections;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Analysis.Streams;

/// <summary>How a rule about the answer is carried out while the answer streams.</summary>
/// <param name="Control">Its control.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Timing">When it acts.</param>
/// <param name="Because">Why it is too late, as a clause (<c>it asks for the length of the whole answer</c>); null for others.</param>
/// <param name="WaitsForPeople">
/// It is too late because people have to agree, or the host to confirm something, before the answer goes on.
/// </param>
/// <param name="Detectors">What it looks for in the answer, by qualified name, each once; of meaning only before release.</param>
internal sealed record StreamedRule(
    ControlModel Control,
    RuleModel Rule,
    StreamTiming Timing,
    string? Because,
    bool WaitsForPeople,
    ValueList<string> Detectors);
