using AirsPolicy.Language.Diagnostics;

namespace AirsPolicy.Language.Syntax;

/// <summary>What can be wrong with single tokens.</summary>
internal static class LexicalDiagnostics
{
    public static readonly DiagnosticDescriptor UnexpectedCharacter = Error(
        "AIRS1010", "Unexpected character", "The character {0} is not part of the language.",
        """
        Outside texts, patterns and comments a policy is written with the letters, digits and signs of the grammar.
        Characters pasted from a document, such as typographic quotes, are a frequent cause. Remove the character, or put it into a text.
        """);

    public static readonly DiagnosticDescriptor BidirectionalControl = Error(
        "AIRS1011", "Bidirectional control", "The bidirectional control {0} makes this line read differently from what it says.",
        """
        Controls that change the direction of writing can make an editor show a policy in another order than the compiler reads it,
        so that a reviewer approves something that is not there. They are refused everywhere; in a comment,
        where people write in every script, the marks that reorder nothing but their own word are not. In a text that needs one, write it as an escape such as `\u{202E}`.
        """);

    public static readonly DiagnosticDescriptor NameCharacter = Error(
        "AIRS1012",
        "Foreign character in a name",
        "The name '{0}' contains {1}; names are written with the letters a to z, digits and underscores.",
        """
        Letters of other scripts can look like Latin ones: a Cyrillic а in `pаyment` makes it another name than `payment`.
        Characters that show nothing do the same. Names are therefore plain ASCII. What has another name outside the policy says so:
        `tool payment as "paiement"`.
        """);

    public static readonly DiagnosticDescriptor NameSpelling = Error(
        "AIRS1013", "Name not in lower_snake_case", "Names are written in lower case with underscores: '{1}', not '{0}'.",
        """
        One spelling for every name keeps policies readable and searchable. What has another name outside the policy says so,
        `tool db_query as "db-query"`, and a member of an argument record is read by it: `args["orderId"]`.
        A symbol of a `one of` list that is spelt otherwise is written as text.
        """);

    public static readonly DiagnosticDescriptor OpenText = Error(
        "AIRS1014", "Text not closed", "This text is not closed with '\"' on its line.",
        """
        A text begins and ends with a double quote on one line. A quote inside it is written `\"`, a line break `\n`.
        A text of several lines stands between three quotes.
        """);

    public static readonly DiagnosticDescriptor OpenBlock = Error(
        "AIRS1015", "Block of text not closed", "This block of text is not closed with '\"\"\"'.",
        """
        A block of text begins and ends with three double quotes. Everything up to the closing quotes belongs to it,
        so a missing one takes the rest of the file. The indentation that all its lines share is not part of the text.
        """);

    public static readonly DiagnosticDescriptor UnknownEscape = Error(
        "AIRS1016", "Unknown escape", "There is no escape '{0}'; a backslash itself is written '\\\\'.",
        """
        Texts know `\"`, `\\`, `\n`, `\r`, `\t`, `\u0041` and `\u{1F600}`. A surrogate alone is no character and cannot be written.
        In a block between three quotes nothing is escaped.
        """);

    public static readonly DiagnosticDescriptor OpenPattern = Error(
        "AIRS1017", "Pattern not closed", "This pattern is not closed with '/' on its line.",
        """
        A pattern ends at the first slash that is neither escaped nor in square brackets, on the line where it begins.
        A slash inside it is written `\/` or `[/]`. There is no division, so a slash always begins a pattern or a comment.
        """);

    public static readonly DiagnosticDescriptor PatternFlag = Error(
        "AIRS1018", "Unknown flag of a pattern", "The flags '{0}' are not known; a pattern has the flag 'i' or none.",
        """
        `i` sets case aside. Patterns always find every match, and the start and end of the text are `^` and `$`,
        so the flags `g` and `m` of other languages have nothing to say here.
        """);

    public static readonly DiagnosticDescriptor NumberRange = Error(
        "AIRS1019", "Number out of range", "'{0}' is beyond the range of its type.",
        """
        Whole numbers and sizes have 64 bits, decimals and money up to 28 digits, durations reach 29,000 years.
        Numbers beyond are refused rather than rounded, because a rounded limit is another limit.
        """);

    public static readonly DiagnosticDescriptor UnknownUnit = Error(
        "AIRS1020", "Unknown unit", "'{0}' is not a unit; there are ms, s, m, h, d, y for time, B, KiB, MiB, GiB, TiB for sizes, and %.",
        """
        A unit follows its number without a space: `250ms`, `1h30m`, `64KiB`, `85%`. Only a currency stands apart, in three capitals: `200 GBP`.
        A name never begins with a digit.
        """);

    public static readonly DiagnosticDescriptor ShareRange = Error(
        "AIRS1021", "Share out of range", "'{0}' is not a share; shares lie between 0% and 100%.",
        """
        A share is a part of a whole: a probability, a score, a rate of sampling. For a multiple of something write a number: `3 * judge.latency`.
        """);

    public static readonly DiagnosticDescriptor ShareDigits = Error(
        "AIRS1022", "Share too fine", "'{0}' is finer than a millionth; a share has at most four digits behind its point.",
        """
        Shares are kept exactly, in millionths, so that the same policy decides the same on every machine.
        """);

    public static readonly DiagnosticDescriptor NoSuchDate = Error(
        "AIRS1023", "No such date", "There is no date '{0}'; dates are written year, month, day: '2027-03-31'.",
        """
        Dates are those of the Gregorian calendar from year 1 on. A date in a policy holds to the end of that day in the system's zone.
        """);

    public static readonly DiagnosticDescriptor DurationOrder = Error(
        "AIRS1024",
        "Parts of a duration out of order",
        "'{0}' is not a duration; its parts go from the larger unit to the smaller, as in '1h30m'.",
        """
        A duration is a number with a unit, or several with ever smaller units: `7y`, `90d`, `1h30m`, `250ms`.
        A day has 24 hours and a year 365 days.
        """);

    public static readonly DiagnosticDescriptor FractionOfUnit = Error(
        "AIRS1025", "Fraction of a unit", "'{0}' is written in whole units, as in '1h30m' or '512KiB'.",
        """
        Durations and sizes are whole numbers of 100 nanoseconds and bytes. Write the fraction in a smaller unit.
        """);

    public static readonly DiagnosticDescriptor Underscore = Error(
        "AIRS1026", "Underscore out of place in a number", "An underscore in '{0}' does not stand between two digits.",
        """
        Underscores group the digits of a long number, as in `10_000`; one at a time, with a digit on each side.
        """);

    public static readonly DiagnosticDescriptor SingleQuotes = Error(
        "AIRS1027", "Single quotes", "Texts are written with double quotes.",
        """
        There is one way to write a text: between double quotes. An apostrophe inside it needs no escape.
        """);

    public static readonly DiagnosticDescriptor ForeignComment = Error(
        "AIRS1028", "Comment of another language", "'{0}' does not begin a comment; comments begin with '//'.",
        """
        A comment runs from `//` to the end of its line. Three slashes begin the documentation of the declaration below.
        """);

    public static readonly DiagnosticDescriptor Semicolon = Error(
        "AIRS1029", "Semicolon", "Nothing ends with ';'.",
        """
        Members and declarations begin with their keyword and need no mark at their end. Items of a list are separated by commas.
        """);

    public static readonly DiagnosticDescriptor MixedScript = new(
        "AIRS1030",
        DiagnosticSeverity.Warning,
        "Look-alike letter in a text",
        "The letter {0} stands among Latin letters and looks like one.",
        """
        A text with a look-alike letter never equals the text it seems to be, so a term with one finds nothing and a message can mislead.
        Write the Latin letter. Where the letter of the other script is meant, write it as an escape: `\u{0430}`.
        """);

    public static readonly DiagnosticDescriptor UnitApart = Error(
        "AIRS1031", "Unit apart from its number", "'{0}' is written '{1}': a unit stands right behind its number.",
        """
        Units are short and follow their number without a space: `250ms`, `5m`, `1h30m`, `90d`, `64KiB`. Only a currency stands apart: `200 GBP`.
        """);

    public static readonly DiagnosticDescriptor CurrencySign = Error(
        "AIRS1032",
        "Amount with a sign",
        "'{0}' does not say its currency; write the amount with three capitals behind it, as in '{1} USD'.",
        """
        The sign `$` stands for the money of many countries. An amount therefore names its currency, `5 USD` or `5 AUD`, and only amounts in
        the same currency are compared. Write the currency that is meant.
        """);

    public static readonly DiagnosticDescriptor Thousand = Error(
        "AIRS1033", "Letter for a thousand", "'{0}' is not a number; write '{1}_000' for thousands, or '{1}KiB' for sizes of 1,024 bytes.",
        """
        A `k` stands for 1,000 here and for 1,024 there, and a limit has to be one of the two. Counts and lengths are written out, with
        underscores between the digits: `10_000`. Sizes have the units `B`, `KiB`, `MiB`, `GiB` and `TiB`.
        """);

    private static DiagnosticDescriptor Error(string code, string title, string message, string explanation) =>
        new(code, DiagnosticSeverity.Error, title, message, explanation);
}
