using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Diagnostics;

/// <summary>Findings about charts and breakers.</summary>
internal static class PaceDiagnostics
{
    public static readonly DiagnosticDescriptor ChartTwice = new(
        "AIRS5001", Error, "Two charts of one layer",
        "There is a chart '{0}' already, in the package '{1}'; what makes it worse can be said by any rule with 'degrade'.",
        "A layer has one state, and so one chart in all packages that are in force together. A control of any of them may make it " +
        "worse; only the chart says who brings it back."
    );

    public static readonly DiagnosticDescriptor ChartName = new(
        "AIRS5002", Error, "Name that a chart cannot have",
        "A chart cannot be called '{0}', which is what 'pace.{0}' means already; name it by its layer.",
        "Beside the states of charts, the fact 'pace' says how long ago the system's has changed, how many layers are at emergency, and " +
        "how long there was no signal."
    );

    public static readonly DiagnosticDescriptor RecoverySkips = new(
        "AIRS5003", Error, "Recovery that is not one step",
        "'recover {0} -> {1}' is no step to the next better state; {2}.",
        "What comes back is tried at each state before it goes on to the next. A step that skips one, or leads to a worse one, is none.");

    public static readonly DiagnosticDescriptor TimeNotKnown = new(
        "AIRS5004", Error, "Time that is not known",
        "'{0}' hangs on what is only known at a decision; write a time, or one for each tier.",
        "How long a trigger holds and how long a chart has to be healthy are kept beside decisions, and so are known when the policy is " +
        "compiled."
    );

    public static readonly DiagnosticDescriptor UnknownReading = new(
        "AIRS5005", Error, "Readings of something that is not declared",
        "There is no {0} '{1}', of which '{2}' would be read{3}",
        "Readings are of judges, queues and breakers that the policy, or a package it takes in, declares by that name.");

    public static readonly DiagnosticDescriptor NotEntered = new(
        "AIRS5006", Error, "State that nothing leads to",
        "Nothing leads the chart '{0}' to {1}; write 'enter {1} when …', or take out what it says of that state.",
        "A state is reached by a trigger, by a rule that degrades the chart to it, or on the way back from a worse one. What is said of " +
        "one that is never reached protects nobody."
    );

    public static readonly DiagnosticDescriptor NotLeft = new(
        "AIRS5007", Error, "State that nothing leads out of",
        "The chart '{0}' stays at {1} once line {3} has led it there; write 'recover {1} -> {2} by \"…\"'.",
        "Charts get worse by themselves and better by people alone. A state without a way back is one that only a change of policy ends.");

    public static readonly DiagnosticDescriptor NoFallback = new(
        "AIRS5008", Error, "Emergency without a fallback",
        "Line {1} leads the chart '{0}' to emergency, and nothing says what goes on then; write 'fallback \"…\"'.",
        "At emergency nothing of the layer can be relied on. What people then work with is arranged beforehand, and needs no model.");

    public static readonly DiagnosticDescriptor SharedDependency = new(
        "AIRS5009", Error, "Layers that fail together",
        "'{0}' and '{1}' both depend on \"{2}\", so that one failure takes both; make one of them independent of it.",
        "Layers stand in for one another. Two that hang on the same thing are one layer on the day on which it fails.");

    public static readonly DiagnosticDescriptor NotMonotone = new(
        "AIRS5010", Error, "Rule that a worse state may loosen",
        "A worse '{0}' matches less here, or that cannot be told; write it as '{0} >= STATE', not negated.",
        "What a worse state adds never takes away what a better one had. Outside of 'enter', 'recover' and tests the state of a chart " +
        "is therefore read with '>=' or '>', where its being worse can only make a rule match."
    );

    public static readonly DiagnosticDescriptor TableNotMonotone = new(
        "AIRS5011", Error, "Table that a worse state loosens",
        "The value for {0} is {1} than that for {2}, which lets more through in a worse state, or that cannot be told; let values only " +
        "get stricter from state to state.",
        "A table by the state of a chart fills upward, and has to get stricter in the same direction. In which direction that is, " +
        "follows from what is made of its value."
    );

    public static readonly DiagnosticDescriptor ChartGiven = new(
        "AIRS5012", Error, "State that is given and is not the test's to give",
        "'{0}' is what its {1} makes of the requests of the test; bring it there by what leads to it.",
        "Charts and breakers of the policy are part of what a test tests. A chart is brought to a state by 'given signal' with " +
        "readings, a breaker is opened by what trips it."
    );

    public static readonly DiagnosticDescriptor BreakerOfSystem = new(
        "AIRS5013", Error, "Breaker of the system that closes by itself",
        "The breaker '{0}' is of the system as a whole, which a person closes: write 'close by \"…\"', and no 'probe'.",
        "What opened a breaker for everybody is gone when somebody has looked. One that is of a user, agent or session may try a few of " +
        "its decisions and close by itself."
    );

    public static readonly DiagnosticDescriptor BreakerKey = new(
        "AIRS5014", Error, "Key of a breaker",
        "The breaker '{0}' {1}; write 'per system', or 'per' with one fact that is a text, such as 'user'.",
        "A breaker opens for one key: what trips it for one user opens it for no other. Several bounds are several breakers.");

    public static readonly DiagnosticDescriptor BreakerLacks = new(
        "AIRS5015", Error, "Breaker that is not whole",
        "The breaker '{0}' lacks {1}.",
        "A breaker says per whom it is, what trips it, how long it stays open, and how it closes: after a number of probes, or by a person."
    );

    public static readonly DiagnosticDescriptor CountOfOthers = new(
        "AIRS5016", Error, "Breaker that counts what others do",
        "The breaker '{0}' is per '{1}', and what trips it counts something else; begin each count with 'per {1}'.",
        "What others do must not open a breaker for this key. When the breaker closes, its count for that key begins anew, which it can " +
        "only do where the count is of that key alone. More keys may follow: 'per user, session'."
    );

    public static readonly DiagnosticDescriptor AgeNotMonotone = new(
        "AIRS5020", Error, "Age that a worse state begins anew",
        "'{0}' begins anew with each state, so that a worse one matches less here, or that cannot be told; write 'enter STATE when {0} " +
        "> …' in the chart, and what follows 'from STATE'.",
        "How old a state is says 0 again as soon as it gets worse. A rule that waits for an age would let through in the worse state " +
        "what it stopped in the better one. A chart may ask for an age in 'enter' and 'recover', and what a state adds holds in all " +
        "worse ones too."
    );

    public static readonly DiagnosticDescriptor BreakerNotMonotone = new(
        "AIRS5021", Error, "Rule that an open breaker loosens",
        "While '{0}' is true this matches less, or that cannot be told; write '{0}' by itself, not negated.",
        "A breaker opens because too much went wrong. Outside of 'enter', 'recover' and tests its being open can only make rules match " +
        "that did not."
    );

    public static readonly DiagnosticDescriptor ChangesNotMonotone = new(
        "AIRS5022", Error, "Rule that a change to a worse state loosens",
        "The more changes of states there are, the less this matches, or that cannot be told; compare them with '>' or '>='.",
        "Each time a chart gets worse there is one change more. A rule outside of 'enter' and 'recover' that asks for few of them would " +
        "let through in the worse state what it stopped in the better one."
    );

    public static readonly DiagnosticDescriptor EmergencyNeedsModel = new(
        "AIRS5023", Error, "Emergency that needs a model",
        "At emergency '{0}' needs {1}, which may be what has failed; {2}.",
        "At emergency nothing of the layer can be relied on. What holds then, and what people work with, hangs on no model: no judge " +
        "that is asked, no classifier, and no fallback that is one."
    );
}
