using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Diagnostics;

/// <summary>Findings about what counts over time, and about limits.</summary>
internal static class EventDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownEvent = new(
        "AIRS2043", Error, "Unknown event",
        "There is no event '{0}'{1}",
        "An event is a recorded decision: write the decision point it was made at, or 'event' for any.");

    public static readonly DiagnosticDescriptor NoPast = new(
        "AIRS2044", Error, "Nothing has happened here yet",
        "'{0}' asks for what has happened, which cannot be asked {1}.",
        "What counts over time is asked by the rules that stand at decision points, each on its own: not within another question about " +
        "the past, nor where a policy is only compiled or tested."
    );

    public static readonly DiagnosticDescriptor MixedCondition = new(
        "AIRS2045", Error, "Condition on the past and the present",
        "'{0}' {1}; a condition behind 'where' speaks of the event alone, or says with '==' that something of the event is something of " +
        "the present.",
        "Nothing looks through a past: events are counted as they happen, by keys. What a condition says of the event alone decides " +
        "whether it counts, and an equality with the present becomes part of the key."
    );

    public static readonly DiagnosticDescriptor NoKey = new(
        "AIRS2046", Error, "No key to count by",
        "Events are not told apart by {0}; count by a text, a number, a truth, a name, a date or a time.",
        "A key is one value: a record or a list has members of its own to count by.");

    public static readonly DiagnosticDescriptor NoAmount = new(
        "AIRS2047", Error, "Nothing to add up",
        "{0} is not added up over time; numbers, amounts of money, durations and sizes are.",
        "Sums are of whole numbers, decimals, money of one currency, durations and sizes. How many there were of anything else, 'count " +
        "of' tells."
    );

    public static readonly DiagnosticDescriptor EventsDisagree = new(
        "AIRS2048", Error, "Events that do not agree",
        "'{0}' is {1} at '{2}' and {3} at '{4}'; say which of them is meant with 'where'.",
        "One question about the past has one answer, so what it reads is of one type at all the decisions it counts.");

    public static readonly DiagnosticDescriptor ValueOfPresent = new(
        "AIRS2049", Error, "Value that is not the event's",
        "'{0}' is taken of each event, and reads the present; write only what the event has.",
        "What is summed, and of what different values are counted, is noted when the event happens. What the present adds to it is not " +
        "known then."
    );

    public static readonly DiagnosticDescriptor WindowWithDirection = new(
        "AIRS2050", Error, "Window with a direction",
        "'{0}' says in which direction it is stricter, and of how long something counts that cannot be told; write the time, or a " +
        "parameter without a direction.",
        "A longer window counts more. Whether that is stricter hangs on what is made of the count, and others may set a parameter in " +
        "its stricter direction only."
    );

    public static readonly DiagnosticDescriptor LimitBelowNothing = new(
        "AIRS3017", Error, "Limit below nothing",
        "A limit allows nothing or more, and this is less.",
        "A limit of 0 refuses every draw. Nothing could keep to a limit below it.");

    public static readonly DiagnosticDescriptor LimitStep = new(
        "AIRS3018", Error, "Step of a limit",
        "A step of a limit is a share of it above 0% and of at most 100%, and each stands once.",
        "A step comes in where a draw takes the total over its share. At 100% stands what follows once the limit is passed; where " +
        "nothing is written that is 'block'."
    );

    public static readonly DiagnosticDescriptor LimitAlone = new(
        "AIRS3019", Error, "Limit that stands nowhere",
        "A limit outside a tool, agent or workflow needs {0}.",
        "It is a control of its own: it has a name, by which tests and reports speak of it, and stands at the decision points that it " +
        "names."
    );

    public static readonly DiagnosticDescriptor LimitPlace = new(
        "AIRS3020", Error, "Limit with a place of its own",
        "A limit in {0} stands at its calls; write it outside, or remove 'at'.",
        "A tool's limits are drawn where the tool is called. A limit at other points is a declaration of its own.");
}
