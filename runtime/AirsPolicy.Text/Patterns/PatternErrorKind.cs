namespace AirsPolicy.Text.Patterns;

/// <summary>Why a text is no pattern. One member per mistake, so that a diagnostic can explain each.</summary>
public enum PatternErrorKind
{
    /// <summary>Longer than <see cref="PatternLimits.MaxLength"/>.</summary>
    TooLong,

    /// <summary>Groups nested deeper than <see cref="PatternLimits.MaxDepth"/>.</summary>
    TooDeep,

    /// <summary>More instructions than <see cref="PatternLimits.MaxInstructions"/> once repetitions are written out.</summary>
    TooLarge,

    /// <summary>More steps a character than <see cref="PatternLimits.MaxStepsPerCharacter"/>.</summary>
    TooCostly,

    /// <summary>A number in <c>{n,m}</c> above <see cref="PatternLimits.MaxRepeat"/>.</summary>
    RepeatTooLarge,

    /// <summary><c>{3,2}</c>.</summary>
    ReversedRepeat,

    /// <summary>A <c>{</c> that begins no <c>{n}</c>, <c>{n,}</c> or <c>{n,m}</c>.</summary>
    MalformedRepeat,

    /// <summary>A repetition at the start of an alternative or after an anchor.</summary>
    NothingToRepeat,

    /// <summary><c>a**</c>.</summary>
    RepeatedRepeat,

    /// <summary><c>a*?</c>: matches are the longest, so laziness has no meaning.</summary>
    LazyRepeat,

    /// <summary><c>a*+</c>.</summary>
    PossessiveRepeat,

    /// <summary>A <c>)</c>, <c>]</c> or <c>}</c> that closes nothing.</summary>
    UnopenedBracket,

    /// <summary>A <c>(</c> without its <c>)</c>.</summary>
    UnclosedGroup,

    /// <summary>A <c>[</c> without its <c>]</c>.</summary>
    UnclosedClass,

    /// <summary><c>[]</c> or <c>[^]</c>.</summary>
    EmptyClass,

    /// <summary><c>[z-a]</c>.</summary>
    ReversedRange,

    /// <summary><c>[\d-z]</c>: a range with a class at one end.</summary>
    ClassInRange,

    /// <summary><c>[[:alpha:]]</c>.</summary>
    PosixClass,

    /// <summary><c>\1</c>, <c>\k&lt;name&gt;</c> and their like.</summary>
    BackReference,

    /// <summary><c>(?=…)</c>, <c>(?!…)</c>, <c>(?&lt;=…)</c>, <c>(?&lt;!…)</c>.</summary>
    LookAround,

    /// <summary><c>(?&gt;…)</c>.</summary>
    AtomicGroup,

    /// <summary><c>(?i)</c> and <c>(?-i:…)</c>: flags other than in <c>(?i:…)</c>.</summary>
    InlineFlag,

    /// <summary>Any other <c>(?…</c>.</summary>
    UnknownGroup,

    /// <summary>A letter or digit that has no meaning after a backslash.</summary>
    UnknownEscape,

    /// <summary>An escape that says no character: <c>\x4</c>, <c>\u{110000}</c>, a backslash at the end.</summary>
    MalformedEscape,

    /// <summary>A <c>\p{…}</c> that names no general category or script.</summary>
    UnknownCategory,

    /// <summary>Half of a surrogate pair.</summary>
    LoneSurrogate,
}
