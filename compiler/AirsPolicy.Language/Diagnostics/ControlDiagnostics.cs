using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Diagnostics;

/// <summary>3xxx: controls, rules, effects and detectors.</summary>
internal static class ControlDiagnostics
{
    public static readonly DiagnosticDescriptor NoPoint = new(
        "AIRS3001", Error, "Control stands nowhere",
        "The control '{0}' says nowhere where it stands; add 'at' with a decision point.",
        "A control that stands at no decision point is never asked. Say `at input`, `at output`, `at tool_call of refund`.");

    public static readonly DiagnosticDescriptor UnknownPoint = new(
        "AIRS3002", Error, "Unknown decision point",
        "There is no decision point '{0}'{1}",
        "The decision points are a closed list; the reference says when each is asked and which facts it has.");

    public static readonly DiagnosticDescriptor NoRule = new(
        "AIRS3003", Warning, "Control without rules",
        "The control '{0}' has no rule, so it never does anything.",
        "A control decides by its rules: `when … then …` or `always …`.");

    public static readonly DiagnosticDescriptor MemberTwice = new(
        "AIRS3004", Error, "Clause given twice",
        "'{0}' gives '{1}' twice.",
        "Each clause of a declaration stands once, so that no reader has to know which of two counts.");

    public static readonly DiagnosticDescriptor NotAPoint = new(
        "AIRS3005", Error, "Point without tools",
        "'of' names tools, and '{0}' knows none.",
        "Only `tool_call` and `tool_result` can be confined to tools.");

    public static readonly DiagnosticDescriptor NoPrimaryText = new(
        "AIRS3006", Error, "Point without a text",
        "'{0}' changes the text of the point, and '{1}' has none.",
        "`append`, `replace`, `cut` and `redact` without `in` change the primary text of the point. Say `in PATH`, or let the control " +
        "stand where there is a text."
    );

    public static readonly DiagnosticDescriptor UnknownMethod = new(
        "AIRS3007", Error, "Unknown way to redact",
        "There is no way '{0}' to redact{1}",
        "What is found is hidden `as label`, `as hash`, `as mask` or `as drop`.");

    public static readonly DiagnosticDescriptor PostureNotFixed = new(
        "AIRS3008", Error, "Posture depends on facts",
        "'on error' takes an effect that needs no facts; '{0}' does.",
        "When a rule cannot be evaluated its posture must not need evaluation: `block`, `halt`, `flag`, `hold for QUEUE`.");

    public static readonly DiagnosticDescriptor PostureNeverReached = new(
        "AIRS3021", Error, "Posture of a fact that may be absent",
        "'{0}' may be absent, so its 'on error' would never follow; take the '?' or the 'on error' out.",
        "A provider that fails leaves its fact out, and whoever may be absent cannot be told from one that is missing. `on error` says " +
        "what follows where a fact that has to be there is not."
    );

    public static readonly DiagnosticDescriptor UnknownView = new(
        "AIRS3009", Error, "Unknown view",
        "There is no view '{0}'{1}",
        """
        A detector searches the `plain` text and the `folded` one. It can also name `spaced`, the letters and digits alone; `decoded`, with base64, percent-encoding
        and their like undone; `leet`, with digits read as letters; and `reversed`.
        """);

    public static readonly DiagnosticDescriptor UnusableWeights = new(
        "AIRS3024", Error, "Weights that cannot be used",
        "The weights '{0}' cannot be used: {1}.",
        """
        A `weights` item names a file of the package with a learned linear model. The file begins with `airs linear model 2`, says in lines with `#` where it comes from, gives the margins
        `start`, `zero`, `half` and `whole`, names the table of concepts that it was trained with, and holds one signed byte for each feature, deflated and in base64. Weights of
        another table were trained for another version: train them again.
        Behind that a network may follow, in the same form, after a line `network` with two numbers: the margin from which on it is
        asked, and what its own is multiplied with. Both files of `airs.detect` have a network.
        """);

    public static readonly DiagnosticDescriptor UnknownScore = new(
        "AIRS3010", Error, "Unknown score",
        "There is no score '{0}'{1}",
        "Weights are joined by `max`, `total` or `noisy_or`.");

    public static readonly DiagnosticDescriptor UnusableTerms = new(
        "AIRS3032", Error, "File of terms that cannot be used",
        "The terms of '{0}' cannot be used: {1}.",
        """
        A `file` item names a file of the package with a term or a pattern on each line, as they would be written in quotes and between slashes in the policy: `ignore your rules`,
        `/\bpass(word|code)\b/i`. Empty lines and those that begin with `//` say nothing. A file has at most 10,000 terms and patterns.
        """);

    public static readonly DiagnosticDescriptor UnusableData = new(
        "AIRS3037", Error, "File of data that cannot be used",
        "The rows of '{0}' cannot be used: {1}.",
        """
        The rows of `data` stand in a file of the package: comma-separated values whose first line names the columns, or a JSON array of
        objects. Each row has a value for every member of the type that is not optional, each value fits as the same value among facts
        would, and no two rows have one key. Columns that the type does not name are passed over. A file has at least one row and at
        most 10,000.
        """);

    public static readonly DiagnosticDescriptor DataType = new(
        "AIRS3038", Error, "Rows of a type that data cannot have",
        "'{0}' cannot have such rows: {1}.",
        """
        A row of `data` is a record of at most 32 members, each one value: no list and no record. Its first member is the key, by which
        rows are found: a text, an int, a date or an enum, which is never absent.
        """);

    public static readonly DiagnosticDescriptor MisusedClassifier = new(
        "AIRS3033", Error, "Classifier asked for what it cannot say",
        "The classifier '{0}' says how likely something is of the whole text of the point{1}.",
        """
        A classifier of the host gives one share for the text that a decision point is about. So a detector with a `classifier` says from which score on it has `found` something, is asked about `text`, where
        the point has one, and names no places: `redact` and `except` need items that do. A detector that takes in another with a classifier is one too.
        """);

    public static readonly DiagnosticDescriptor ClauseOfClassifiers = new(
        "AIRS3034", Error, "Clause of classifiers in a detector without one",
        "The detector '{0}' asks no classifier itself, so its '{1}' would never follow; take it out.",
        "Only classifiers take time, fail or stay away: `timeout` says how long those of a detector may take, and `on error` what " +
        "follows, beside what the control says, where one gives no answer. Terms, patterns and weights always do."
    );

    public static readonly DiagnosticDescriptor EmptyDetector = new(
        "AIRS3011", Error, "Detector without items",
        "The detector '{0}' looks for nothing; add 'match'.",
        "A detector needs at least one term, pattern or other detector to look for.");

    public static readonly DiagnosticDescriptor RecursiveDetector = new(
        "AIRS3012", Error, "Detector contains itself",
        "The detector '{0}' contains itself.",
        "A detector may take in others, but not itself.");

    public static readonly DiagnosticDescriptor EmptyTerm = new(
        "AIRS3013", Error, "Term without words",
        "The term \"{0}\" has no letter or digit once it is folded, so it can never be found.",
        "Quoted terms match whole words of the folded text. Write a pattern to look for punctuation.");

    public static readonly DiagnosticDescriptor UnknownPaceState = new(
        "AIRS3014", Error, "Unknown PACE state",
        "There is no {0} '{1}'{2}",
        "The layers are guardrail, judge and human, and those for which there is a chart; the states primary, alternate, contingency " +
        "and emergency."
    );

    public static readonly DiagnosticDescriptor UnknownPriority = new(
        "AIRS3039", Error, "Unknown priority of a queue",
        "There is no {0} '{1}'{2}",
        "What waits in a queue is normal, high or urgent. Reviewers see what is more urgent first, and make it more urgent themselves."
    );

    public static readonly DiagnosticDescriptor NotPositive = new(
        "AIRS3015", Error, "Not more than nothing",
        "{0} must be more than nothing.",
        "A time, a count or a limit of zero or less would either never act or always act.");

    public static readonly DiagnosticDescriptor PatternWithoutLiteral = new(
        "AIRS3027", Warning, "Pattern for which every text is read",
        "No match of {0} has to hold anything that could be looked for first, so every text is read from end to end for it alone, about " +
        "2 ms for a million characters; let each match hold two fixed characters, or a rare one.",
        "The literals of all patterns and terms are looked for together, in one pass that costs nearly the same for ten as for a " +
        "thousand, and a pattern is run only where one of its own stands. `/\\b\\w+ing\\b/` holds `ing`; `/\\b\\w+\\s\\w+\\b/` holds " +
        "nothing but letters, and is run over all of every text. Digits and signs are rare enough to be looked for alone, and so are " +
        "capitals in the view `plain`."
    );

    public static readonly DiagnosticDescriptor CostlyPattern = new(
        "AIRS3036", Error, "Pattern that costs too much",
        "{0}",
        "A text is searched in time linear in its length, and the pattern says how long each character takes. What is repeated up to a " +
        "bound, as in `[a-z]{1,900}`, can be under way from each of the last 900 characters at once, and a text can be written so that " +
        "it is. Nobody needs the exact bound of long repetitions: `[a-z]+` and `[a-z]{20,}` cost next to nothing. `airs check --cost` " +
        "says what the patterns of a policy cost."
    );

    public static readonly DiagnosticDescriptor BuiltInDetector = new(
        "AIRS3016", Error, "Detector with the name of a built-in one",
        "'{0}' could be read as the built-in detector '{1}'; choose another name for the detector or its package.",
        "A detector is written by its name, or by its name behind that of its package or its last parts. Where that spells a built-in " +
        "detector a reader could not tell which of the two looks for it."
    );
}
