using AirsPolicy.Collections;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Semantics.Phases;

/// <summary>What is said of a policy, and decides nothing.</summary>
internal sealed record BoundTests(ValueList<TestModel> Tests, ValueList<ProofModel> Proofs);
