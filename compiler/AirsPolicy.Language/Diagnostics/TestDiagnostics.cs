using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Diagnostics;

/// <summary>7xxx: tests and analyses.</summary>
internal static class TestDiagnostics
{
    public static readonly DiagnosticDescriptor TitleTwice = new(
        "AIRS7001", Error, "Test title used twice",
        "There are two tests \"{0}\".",
        "The title names a test in reports, so each has its own.");

    public static readonly DiagnosticDescriptor ExpectBeforeGiven = new(
        "AIRS7002", Error, "Nothing decided yet",
        "'expect' speaks of the last decision, and nothing was given before it.",
        "A test gives a request with `given` and then says what it expects.");

    public static readonly DiagnosticDescriptor TestWithoutExpect = new(
        "AIRS7003", Warning, "Test that expects nothing",
        "The test \"{0}\" expects nothing, so it cannot fail.",
        "Say what the decision should be with `expect`.");

    public static readonly DiagnosticDescriptor UnknownTestFact = new(
        "AIRS7004", Error, "Unknown fact",
        "There is no fact '{0}' {1}{2}",
        "The facts of a test are those of the decision point it gives.");

    public static readonly DiagnosticDescriptor TestValueMisfit = new(
        "AIRS7005", Error, "Value does not fit the fact",
        "'{0}' is {1}, and this is {2}.",
        "The facts of a test have the types of the decision point.");

    public static readonly DiagnosticDescriptor TextGivenTwice = new(
        "AIRS7006", Error, "Text given twice",
        "The text of '{0}' is given twice.",
        "Write the text behind the point or in the record, not both.");

    public static readonly DiagnosticDescriptor CasesProblem = new(
        "AIRS7007", Error, "Cases cannot be read",
        "The cases \"{0}\" cannot be used: {1}",
        "Cases are JSON Lines: one object a line, in a file of the package.");

    public static readonly DiagnosticDescriptor ToolNeeded = new(
        "AIRS7008", Error, "Which tool",
        "'{0}' needs a tool: write 'given {0} of …'.",
        "A tool call or result is one of a declared tool.");

    public static readonly DiagnosticDescriptor TooManySteps = new(
        "AIRS7009", Error, "Too many steps",
        "The test \"{0}\" runs more than {1} steps.",
        "The work of a test is bounded: repetitions and cases multiply.");

    public static readonly DiagnosticDescriptor UnknownControl = new(
        "AIRS7010", Error, "Unknown control",
        "There is no control '{0}' in force{1}",
        "`expect block by CONTROL` names a control, or a tool for its own rules.");

    public static readonly DiagnosticDescriptor ClockGiven = new(
        "AIRS7011", Error, "Clock given as a fact",
        "'{0}' cannot be given; the clock of a test moves with 'advance'.",
        "All times of a test hang on one virtual clock, so that limits, holds and dates agree.");

    public static readonly DiagnosticDescriptor NoTextHere = new(
        "AIRS7012", Error, "Point without a text",
        "A text is given, and '{0}' has none.",
        "Some decision points have a primary text, which is written behind the point. The others have facts alone.");

    public static readonly DiagnosticDescriptor ReviewBeforeGiven = new(
        "AIRS7013", Error, "Nothing to decide on",
        "'queue' lets people decide on what waits, and nothing was given before it.",
        "A test gives a request that is held and then says what people make of it.");

    public static readonly DiagnosticDescriptor RoleMisspelt = new(
        "AIRS7015", Error, "Role that is no reviewer's",
        "No reviewer of '{0}' has the role '{1}'{2}",
        "What somebody says in a role that the queue does not ask for never counts, so that a test that only misspells the role shows " +
        "nothing. A role that is like none of them is one that must not decide, and is let stand."
    );

    public static readonly DiagnosticDescriptor ApprovalsGiven = new(
        "AIRS7014", Error, "Approvals given as a fact",
        "'approvals' cannot be given; people of a queue approve what waits with 'queue … approves'.",
        "Who has approved a request is for the state of the policy to say, which holds every approval to what was asked, by whom, and " +
        "of whom."
    );
}
