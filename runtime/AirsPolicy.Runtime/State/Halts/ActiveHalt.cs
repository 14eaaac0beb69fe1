using System.Globalization;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Runtime.State.Halts;

/// <summary>A halt that stands until it ends or a person lifts it.</summary>
/// <param name="Origin">The rule that halted.</param>
/// <param name="Scope">What it halted.</param>
/// <param name="Message">What the user is told, or null.</param>
/// <param name="Since">When, in UTC ticks.</param>
/// <param name="Until">When it ends by itself, in UTC ticks; null where only a person lifts it.</param>
public sealed record ActiveHalt(RuleOrigin Origin, HaltScope Scope, string? Message, long Since, long? Until)
{
    /// <summary>
    /// Why others are halted too: a fact was missing, or there was no room for the halt alone; null where nobody else is.
    /// </summary>
    public Failure? Cause { get; init; }

    /// <summary>What it does to every later decision in its scope: the same control halts it, and says since when and until when.</summary>
    public MatchedRule Rule => new(Origin, [new HaltedEffect(Scope, Since, Until, Message)], Cause);

    /// <summary>The halt together with another by the same rule: it stands since the first, until the later ends.</summary>
    public ActiveHalt Joined(ActiveHalt other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with
        {
            Since = Math.Min(Since, other.Since),
            Until = Until is { } one && other.Until is { } until ? Math.Max(one, until) : null,
        };
    }

    /// <summary>
    /// The halt where the facts do not say what of its kind is halted, so that any may be meant: that of the whole system. Which fact was
    /// missing goes on the record, not to the user.
    /// </summary>
    public ActiveHalt OfEverything() =>
        Scope == HaltScope.System
            ? this
            : this with
            {
                Scope = HaltScope.System,
                Cause = new Failure(
                    FailureKind.MissingFact,
                    $"The fact '{HaltedPoint.IdOf(Scope)}' was missing where this was decided, so that everything is halted."),
            };

    /// <summary>
    /// The halt where it found no room and may be of another that shares its place. Why goes on the record, not to the user.
    /// </summary>
    /// <param name="most">For how many there is room.</param>
    internal ActiveHalt OfCrowd(int most) =>
        this with
        {
            Cause = new Failure(
                FailureKind.OverLimit,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{most} have room of their own where a {HaltedPoint.NameOf(Scope)} is halted, and all is taken: this one shares a place with others, of which one is halted. "
                )
                    + "Lift halts that are settled ('recovery'), give halts a time ('halt … for'), or lift those without room ('State.Halts.LiftCrowded')."
            ),
        };

    /// <summary>Whether it is the same halt again: of the same rule, with the same words.</summary>
    public bool IsSame(ActiveHalt other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Origin == other.Origin
            && Scope == other.Scope
            && Cause == other.Cause
            && string.Equals(Message, other.Message, StringComparison.Ordinal);
    }

    /// <summary>The halts of a decision, which stand from now on.</summary>
    public static IEnumerable<ActiveHalt> Of(Decision decision, long now)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.Fired.SelectMany(rule =>
            rule.Effects.OfType<HaltEffect>()
                .Select(halt => new ActiveHalt(
                    rule.Origin,
                    halt.Scope,
                    halt.Message,
                    now,
                    halt.Ticks is { } ticks
                        ? ticks > long.MaxValue - now
                            ? null
                            : now + ticks
                        : null)));
    }

    /// <summary>
    /// The halts that silence leaves behind a held decision: of its session, until a person lifts them, by each rule whose hold says so.
    /// The shortest hold says when, and the strictest what follows, so that one more hold takes nothing back of what another has silence
    /// do.
    /// </summary>
    /// <param name="decision">The decision that nobody has answered.</param>
    /// <param name="now">When the time of its shortest hold is over, in UTC ticks.</param>
    public static IEnumerable<ActiveHalt> OfSilence(Decision decision, long now)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return !HaltsOnSilence(decision)
            ? []
            : decision
                .Fired.Where(rule =>
                    rule.Effects.Any(effect =>
                        effect is HoldEffect { OtherwiseHalt: true } hold && decision.Holds.Any(waits => waits.Queue == hold.Queue)))
                .Select(rule => new ActiveHalt(rule.Origin, HaltScope.Session, null, now, null));
    }

    /// <summary>Whether silence halts what a decision holds.</summary>
    public static bool HaltsOnSilence(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        // Holds without a time are never over.
        return decision.Outcome == Outcome.Hold
            && decision.Holds.Any(hold => hold.Ticks is not null)
            && decision.Holds.Any(hold => hold.OtherwiseHalt);
    }
}
