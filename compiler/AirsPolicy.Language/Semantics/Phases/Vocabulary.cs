using AirsPolicy.Language.Model;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Semantics.Samples;

namespace AirsPolicy.Language.Semantics.Phases;

/// <summary>What expressions can name.</summary>
/// <param name="System">The system, or null where there is none.</param>
/// <param name="Tools">The tools, whose rules are bound later.</param>
/// <param name="Facts">The facts that policies declare, each once.</param>
/// <param name="Sampled">The queues that look at samples.</param>
/// <param name="Table">The facts of every point.</param>
/// <param name="Context">What later phases know.</param>
internal sealed record Vocabulary(
    SystemModel? System,
    IReadOnlyList<ToolBinder> Tools,
    IReadOnlyList<DeclaredFact> Facts,
    IReadOnlyList<SampledQueue> Sampled,
    FactTable Table,
    BindingContext Context);
