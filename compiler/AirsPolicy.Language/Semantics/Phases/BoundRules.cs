using AirsPolicy.Collections;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Model.Judges;
using AirsPolicy.Language.Model.Origins;
using AirsPolicy.Language.Semantics.Agents;
using AirsPolicy.Language.Semantics.Expressions;

namespace AirsPolicy.Language.Semantics.Phases;

/// <summary>What decides.</summary>
/// <param name="Waivers">The waivers, which the controls already know.</param>
/// <param name="Labels">The labels.</param>
/// <param name="Agents">The agents and workflows.</param>
/// <param name="Judges">The judges.</param>
/// <param name="Past">All controls, charts and breakers, with what they ask of the past under its number.</param>
internal sealed record BoundRules(
    ValueList<WaiverModel> Waivers,
    ValueList<LabelModel> Labels,
    AgentSet Agents,
    ValueList<JudgeModel> Judges,
    PastNumbers Past);
