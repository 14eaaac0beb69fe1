using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Runtime.State.Limits;

/// <summary>What a decision draws from one limit.</summary>
/// <param name="Limit">The number of the limit.</param>
/// <param name="Key">Who draws; an owner with whose end it is forgotten may stand beside it.</param>
/// <param name="Amount">
/// How much: 1 where the limit says how often, else in the units of <see cref="Numbers.SumAmount"/>. Not negative.
/// </param>
/// <param name="Ceiling">
/// The total up to which the decision stands: what the limit allows, or where its next arm would come in. Reaching it exactly is allowed.
/// <see cref="Int128.MaxValue"/> where nothing more can come in.
/// </param>
public readonly record struct LimitDraw(int Limit, EventKey Key, Int128 Amount, Int128 Ceiling);
