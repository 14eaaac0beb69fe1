using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Semantics.Declarations;

namespace AirsPolicy.Language.Semantics.Phases;

/// <summary>What rules take as given.</summary>
/// <param name="Providers">Who gives which fact.</param>
/// <param name="Detectors">The detectors of all packages.</param>
/// <param name="Context">What later phases know.</param>
internal sealed record BoundValues(ValueList<ProviderModel> Providers, DetectorSet Detectors, BindingContext Context);
