using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Limits;

namespace AirsPolicy.Runtime.Programs.Past;

/// <summary>How the draw of the decision at hand stands to a limit; worked out once for all rules that ask.</summary>
/// <param name="Known">It has been worked out.</param>
/// <param name="Failure">Why it cannot be, or <see cref="FailureKind.None"/>.</param>
/// <param name="Detail">The same in words.</param>
/// <param name="Passed">How many arms come in.</param>
/// <param name="Draw">What is drawn if the decision goes on; null where that is nothing.</param>
internal readonly record struct LimitPeek(bool Known, FailureKind Failure, string Detail, int Passed, LimitDraw? Draw);
