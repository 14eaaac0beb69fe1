using AirsPolicy.Collections;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Model;

/// <summary>A policy test.</summary>
/// <param name="Title">The sentence it proves; unique in its package.</param>
/// <param name="KnownGap">It is known to fail; passing is then the finding.</param>
/// <param name="Steps">What happens, in order.</param>
/// <param name="Place">Where it is declared.</param>
public sealed record TestModel(string Title, bool KnownGap, ValueList<TestStep> Steps, SourcePlace Place);

/// <summary>A step of a test.</summary>
public abstract record TestStep(SourcePlace Place);

/// <summary>A request at a decision point; its decision is what the following expectations speak of.</summary>
/// <param name="Point">The decision point.</param>
/// <param name="Tool">The tool, or null.</param>
/// <param name="Facts">The facts as JSON text of one object, the primary text included.</param>
/// <param name="Answers">What judges say of it once they are asked.</param>
public sealed record GivenStep(string Point, string? Tool, string Facts, SourcePlace Place, ValueList<ScriptedAnswer> Answers = default)
    : TestStep(Place);

/// <summary>What a judge says in a test.</summary>
/// <param name="Judge">Its qualified name.</param>
/// <param name="Facts">The names of the facts that are its answers; each of its models says the same.</param>
/// <param name="Json">The answer as JSON text; null where it fails.</param>
/// <param name="Place">Where it is written.</param>
public sealed record ScriptedAnswer(string Judge, ValueList<string> Facts, string? Json, SourcePlace Place);

/// <summary>Something that is expected of the last decision.</summary>
/// <param name="OfFailures">
/// The conditions of the same <c>expect</c> that read <c>failed</c> or <c>errors</c>: they ask for a failure where one alone makes them
/// hold.
/// </param>
public abstract record ExpectStep(SourcePlace Place, ValueList<Expression> OfFailures) : TestStep(Place);

/// <summary>What the last decision is expected to be.</summary>
public sealed record ExpectOutcomeStep(
    Outcome Outcome,
    string? By,
    string? Saying,
    SourcePlace Place,
    ValueList<Expression> OfFailures = default
) : ExpectStep(Place, OfFailures);

/// <summary>A condition over the last decision.</summary>
/// <param name="Condition">A bool over the facts of a decision.</param>
public sealed record ExpectConditionStep(Expression Condition, SourcePlace Place, ValueList<Expression> OfFailures = default)
    : ExpectStep(Place, OfFailures);

/// <summary>Moves the virtual clock.</summary>
/// <param name="Ticks">By how much, in ticks of 100 ns; not negative.</param>
public sealed record AdvanceStep(long Ticks, SourcePlace Place) : TestStep(Place);

/// <summary>
/// A person lifts what the last decision halted, or was halted by: one request at <c>recovery</c> for each, of which the last is what the
/// following expectations speak of.
/// </summary>
/// <param name="Facts">The facts of such a request as JSON text of one object; what is to be lifted is added.</param>
public sealed record RecoverStep(string Facts, SourcePlace Place) : TestStep(Place);

/// <summary>A person decides on what waits in a queue; of several requests on the one that came last.</summary>
/// <param name="Queue">The qualified name of the queue.</param>
/// <param name="Approves">They approve; else they refuse.</param>
/// <param name="By">Who; null for a reviewer of the queue who has not approved it yet.</param>
public sealed record ReviewStep(string Queue, bool Approves, string? By, string? Role, SourcePlace Place) : TestStep(Place);

/// <summary>Steps that are done several times.</summary>
public sealed record RepeatStep(int Times, ValueList<TestStep> Steps, SourcePlace Place) : TestStep(Place);

/// <summary>Steps that are done once for each line of a JSON Lines file.</summary>
/// <param name="Cases">Each line as JSON text, bound to the name <c>case</c>.</param>
/// <param name="Steps">The steps for each case, in the order of <paramref name="Cases"/>, with the case worked in.</param>
public sealed record CasesStep(ValueList<string> Cases, ValueList<ValueList<TestStep>> Steps, SourcePlace Place) : TestStep(Place);
