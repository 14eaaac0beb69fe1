using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Diagnostics;

/// <summary>Findings about where values came from, and about labels.</summary>
internal static class OriginDiagnostics
{
    public static readonly DiagnosticDescriptor NoTexts = new(
        "AIRS4030", Error, "No session to look through",
        "'origin' looks through the texts of a session, which only the rules at decision points have; ask it in a rule.",
        "Where a value came from is told by what came into the session before. The expectations of a test and values that are fixed " +
        "when the policy is compiled have none."
    );

    public static readonly DiagnosticDescriptor NeverEmpty = new(
        "AIRS4031", Error, "Origin of nothing",
        "'origin' never gives an empty list; write where the value may come from, as in '[user]'.",
        "What occurs nowhere came from the model, and what cannot be told is unclear: `origin` always gives at least one of `user`, " +
        "`model`, `unclear`, the kinds of sources and the labels."
    );

    public static readonly DiagnosticDescriptor DenyingOrigin = new(
        "AIRS4032", Warning, "Origin that is only denied",
        "Whether '{0}' is among the origins says nothing of a value that the model wrote differently; compare with what is allowed, as " +
        "in 'origin(…) != [user]'.",
        "A value that was changed, put together or translated occurs in no text, and its origin is `model`: a rule that stops a label " +
        "lets it pass. A rule that stops whatever is not allowed does not."
    );

    public static readonly DiagnosticDescriptor NameTaken = new(
        "AIRS4033", Error, "Label with the name of an origin",
        "'{0}' is what 'origin' calls values from there by itself; give the label another name.",
        "`origin` gives the labels of a policy beside `user`, `model`, `unclear`, `tool`, `document`, `mail`, `web`, `agent`, `source` " +
        "and `memory`. A label of one of these names could not be told from it."
    );

    public static readonly DiagnosticDescriptor BareOrigin = new(
        "AIRS4035", Error, "One origin for a list",
        "'origin' gives a list, since a value can occur in several texts; write '[{0}]'.",
        "A value can come from several places at once. `origin(x) != [user]` stops whatever does not come from the user alone.");
}
