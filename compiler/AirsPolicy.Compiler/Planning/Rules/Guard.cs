using AirsPolicy.Collections;
using AirsPolicy.Compiler.Planning.Nodes;

namespace AirsPolicy.Compiler.Planning.Rules;

/// <summary>A conjunct that an index can decide: a fact equal to one of some constants.</summary>
/// <param name="Conjunct">Which conjunct of the rule.</param>
/// <param name="Fact">The fact, and how it is asked.</param>
/// <param name="Keys">The constants, each once: <see cref="long"/> for names, <see cref="string"/> for texts.</param>
internal sealed record Guard(int Conjunct, GuardedFact Fact, ValueList<object> Keys);

/// <summary>A fact that guards rules.</summary>
/// <param name="Kind">How it is asked.</param>
/// <param name="Slot">Its slot.</param>
internal sealed record GuardedFact(GuardKind Kind, int Slot);
