using AirsPolicy.Collections;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Text.Detectors;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>A declared detector as it is bound.</summary>
/// <param name="Symbol">The declaration.</param>
/// <param name="Definition">What it looks for.</param>
/// <param name="Timeout">How long its classifiers may take, in ticks of 100 ns; null where nothing is said.</param>
/// <param name="OnError">
/// What follows for each rule that asks it where one of them gives no answer, beside what the control says; empty where nothing is said.
/// </param>
internal sealed record BoundDetector(Symbol Symbol, DetectorDefinition Definition, long? Timeout, ValueList<Effect> OnError);
