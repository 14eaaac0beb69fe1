using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Diagnostics;

/// <summary>Diagnostics on judges.</summary>
internal static class JudgeDiagnostics
{
    public static readonly DiagnosticDescriptor Incomplete = new(
        "AIRS5101", Error, "Judge that cannot be asked",
        "The judge '{0}' needs {1}; add '{2}'.",
        "A judge names the `model` that answers, stands `at` a decision point, is asked a `prompt`, and `returns` a record that its " +
        "rules read. `sample` is the share of requests that it judges; where none is written it judges all of them."
    );

    public static readonly DiagnosticDescriptor ReturnsNoRecord = new(
        "AIRS5102", Error, "Answer that is no record",
        "What '{0}' returns has to be a record whose members the rules read, as in '{{ verdict: one of [ok, review] }}'.",
        "The answer of a judge is an object. Its members are names in the rules of the judge.");

    public static readonly DiagnosticDescriptor AnswerHidesName = new(
        "AIRS5103", Error, "Member of an answer that hides a name",
        "The member '{0}' of the answer has the name of {1}; give it another name.",
        "The members of an answer are bare names in the rules of the judge, beside the facts of the point. A name means one thing only.");

    public static readonly DiagnosticDescriptor TooMuchForTiming = new(
        "AIRS5104", Error, "Effect that comes too late",
        "'{0}' decides after the content has gone on, so '{1}' has no place in it; write 'flag', 'queue', 'escalate', 'notify', " +
        "'ask' or 'retract', or say 'timing inline'.",
        "A judge with `timing async` is asked once the decision is made, and never changes it. What it finds goes to people. A judge " +
        "that is to stop something stands `inline`, and is waited for; `retract` takes back what has gone on."
    );

    public static readonly DiagnosticDescriptor TooMuchForMode = new(
        "AIRS5105", Error, "Effect of a judge that advises",
        "'{0}' is in mode advisory, so '{1}' has no place in it; write 'flag', 'queue', 'escalate', 'notify' or 'ask', or say 'mode " +
        "operational'.",
        "In `mode advisory` a judge tells people what it thinks and stops nothing. In `mode shadow` its rules may say what they will " +
        "say later: it is recorded under `would`."
    );

    public static readonly DiagnosticDescriptor NotHere = new(
        "AIRS5106", Error, "Judge that does not stand here",
        "The judge '{0}' does not stand at {1}, so it can be neither asked nor read there; it stands at {2}.",
        "A judge is asked about the facts of the point at which it stands, and what it has answered is known there alone. A `flag` " +
        "at an earlier point carries to it: what is flagged " +
        "it judges whatever its sample."
    );

    public static readonly DiagnosticDescriptor AsksItself = new(
        "AIRS5107", Error, "Judge that asks itself",
        "'{0}' would ask itself once it has answered; name another judge.",
        "A judge that is not sure asks a better one.");

    public static readonly DiagnosticDescriptor UnknownVariable = new(
        "AIRS5108", Error, "Unknown variable in a prompt",
        "The prompt shows '{0}', which is no fact at '{1}'{2}",
        "Between `{{` and `}}` stands the path of a fact of the point at which the judge stands. It has no operators. Two braces mean " +
        "nothing else in a prompt."
    );

    public static readonly DiagnosticDescriptor ShowsNothing = new(
        "AIRS5109", Error, "Prompt that does not show what it judges",
        "The prompt of '{0}' never shows what is judged at '{1}'; write '{2}' where it belongs.",
        "A judge knows what stands in its prompt and nothing else. One that is not shown the content says something all the same.");

    public static readonly DiagnosticDescriptor OutOfQuorum = new(
        "AIRS5110", Error, "Quorum that no number of answers reaches",
        "'{0}' has {1}, so its quorum is a number from 1 to {2}.",
        "`quorum N` says how many of the models have to answer. The strictest of what they say follows; where fewer answer, `on error` " +
        "does."
    );

    public static readonly DiagnosticDescriptor OutOfAgreement = new(
        "AIRS5120", Error, "Agreement that no number of answers reaches",
        "'{0}' has {1}, so its 'agree' is a number from 1 to {2}.",
        "`agree N` says of how many of the models a rule has to hold before it follows: 1 is the strictest of what they say, and 2 of " +
        "three is what most say. A model that has not answered counts as one of whom it holds. More than nine models cannot be asked to " +
        "agree."
    );

    public static readonly DiagnosticDescriptor UnreadableAnswer = new(
        "AIRS5121", Error, "Answer that others cannot read",
        "What '{0}' answers cannot be read here: {1}.",
        "Rules of controls and of other judges read what a judge at the same point has answered, by its name: `has conduct and " +
        "conduct.verdict == review`. A decision waits for a judge with `timing inline` alone, and only `mode operational` lets anything " +
        "follow from an answer."
    );

    public static readonly DiagnosticDescriptor NothingToRetract = new(
        "AIRS5122", Error, "Nothing to take back yet",
        "Nothing has gone on yet that 'retract' could take back; stop it here, or let a judge with 'timing async' retract it.",
        "`retract \"…\"` takes back what has gone on, and the text is what its reader is told in its place. Only a judge that is asked " +
        "once the decision is made finds something then; whatever is decided before stops the content itself."
    );

    public static readonly DiagnosticDescriptor NoContent = new(
        "AIRS5124", Error, "Answer that goes nowhere",
        "What a judge answers goes on to nobody, so that there is nothing to {0} in it.",
        "`redact` and `drop` change what goes on: texts, arguments, passages. What a judge has answered steers rules, and the record " +
        "hides in it what `audit { mask … }` names."
    );

    public static readonly DiagnosticDescriptor HoldsUnanswered = new(
        "AIRS5123", Error, "Rule that does not wait for an answer",
        "This may hold where '{0}' has not answered; begin with 'has {0} and'. Where it does not answer its own 'on error' follows.",
        "Judges are asked last, and none where the other rules refuse already. So a rule that reads an answer holds only where there is " +
        "one: `has conduct and conduct.verdict != ok`. What is to follow where there is none says `on error` of the judge. Of two " +
        "conditions of which one reads no answer make two rules."
    );

    public static readonly DiagnosticDescriptor ScriptedWithoutRequest = new(
        "AIRS5111", Error, "Answer to nothing",
        "What a judge says belongs to a request; write it directly behind a 'given'.",
        "`judge NAME answers` and `judge NAME fails` say what a judge says of the request before them. What is expected is said after that."
    );

    public static readonly DiagnosticDescriptor EffectOfSeveral = new(
        "AIRS5112", Error, "Effect that depends on which model is asked",
        "'{0}' asks several models, so an effect cannot read an answer: it would be another for each; write what follows as conditions.",
        "The conditions of the rules are asked of each answer, and a rule matches where they hold for one. What follows is the same " +
        "whichever it was."
    );

    public static readonly DiagnosticDescriptor UnusableCases = new(
        "AIRS5114", Error, "File of judged cases that cannot be used",
        "'{0}' cannot be used as the {1} of '{2}': {3}.",
        """
        `precedents` and `calibrate` name a file of the package with a JSON object on each line: `shows`, a record of what the prompt shows by the names in the prompt, and `answer`, which fits `returns`; and maybe `because`, `until` (the last day on which
        it counts), `id` and `superseded_by` (the id of the line that takes its place). At points with tools `tool` says which. Nothing is shown twice, and what a judge is measured by is none of its precedents: it would be told the answer.
        """);

    public static readonly DiagnosticDescriptor TooManyShown = new(
        "AIRS5115", Error, "More precedents than a prompt shows",
        "'{0}' can be shown from 1 to {1} precedents at a time.",
        "`most N` says how many precedents a prompt shows. Of each verdict the most alike comes first, so that a few are enough.");

    public static readonly DiagnosticDescriptor MeasuredByItself = new(
        "AIRS5116", Error, "Judge that is measured by itself",
        "'{0}' would be measured by what it says itself; name another judge, or a file of cases.",
        "`calibrate NAME` compares what follows from the answers of a judge with what follows from those of another on the same requests.");

    public static readonly DiagnosticDescriptor BarOfOtherSide = new(
        "AIRS5117", Error, "Bar that asks for less",
        "'{0}' is bounded by '{1}' a share.",
        "`agreement` is a share that is to be large, so that a bar is `at least`; `missed` and `false_alarms` are to be small, and " +
        "their bars are `at most`."
    );

    public static readonly DiagnosticDescriptor SampleWithoutPoint = new(
        "AIRS5130", Error, "Sample that does not say at which points",
        "The queue '{0}' stands at no decision point, so its sample has to say of what it is; write 'sample {1} where point == output', " +
        "or 'point in [input, output]' and maybe 'and' with a condition on the facts there.",
        "`sample` of a queue puts a share of what passes at some points into it. `point` names decision points and stands in the " +
        "`where` of such a sample alone, once, joined with the rest by `and`."
    );
}
