using AirsPolicy.Language.Diagnostics;

namespace AirsPolicy.Language.Syntax;

/// <summary>What can be wrong with the order of tokens.</summary>
internal static class SyntaxDiagnostics
{
    public static readonly DiagnosticDescriptor Expected = Error(
        "AIRS1100", "Something is missing", "Expected {0} {1}.",
        """
        The grammar needs something here that is not there. The message names it and the construct it belongs to.
        What follows is read as if it stood there, so that one slip gives one message.
        """);

    public static readonly DiagnosticDescriptor Misspelt = Error(
        "AIRS1101", "Misspelt keyword", "'{0}' is not known {1}. Did you mean '{2}'?",
        """
        A word that is nearly a keyword stands where the keyword is expected. It is read as the keyword, so nothing else is reported for it.
        """);

    public static readonly DiagnosticDescriptor MissingHeader = Error(
        "AIRS1102", "File without header", "A file begins with 'policy NAME' or 'library NAME'.",
        """
        The header says which package the file belongs to. A `policy` is deployable and has one `system`; a `library` only restricts.
        All files of a folder with the same header are one package.
        """);

    public static readonly DiagnosticDescriptor UnknownDeclaration = Error(
        "AIRS1103", "No declaration", "{0} does not begin a declaration, such as 'control', 'tool' or 'detector'.",
        """
        At the top of a file stand declarations; each begins with its keyword. A rule stands inside a control, tool, agent, judge, breaker or PACE state.
        A closing brace too many also leaves what follows it at the top.
        """);

    public static readonly DiagnosticDescriptor UnknownMember = Error(
        "AIRS1104", "No such member", "{0} does not begin a member of {1}.",
        """
        Each member begins with its keyword, and each kind of declaration has its own. Completion in the editor lists those that may stand here.
        Items of a list are separated by commas; a comma that is missing leaves the rest of the list behind.
        """);

    public static readonly DiagnosticDescriptor MissingBrace = Error(
        "AIRS1105", "Brace not closed", "Expected '}}' to close {0}.",
        """
        A block that was opened is not closed before the next declaration or the end of the file.
        Where braces do not match, a declaration keyword in the first column closes what is open.
        """);

    public static readonly DiagnosticDescriptor StrayClosing = Error(
        "AIRS1106", "Nothing to close", "This '{0}' closes nothing.",
        """
        There are more closing marks than opening ones. Remove it, or look for the opening mark that was lost before it.
        """);

    public static readonly DiagnosticDescriptor ForeignOperator = Error(
        "AIRS1107", "Operator of another language", "'{0}' is not an operator; write '{1}'.",
        """
        Conditions are written to be read aloud: `and`, `or`, `not`, and `==`, `!=`, `<`, `<=`, `>`, `>=` for comparing.
        A single `=` only gives a name its value.
        """);

    public static readonly DiagnosticDescriptor ComparisonChain = Error(
        "AIRS1108", "Comparisons in a chain", "Comparisons do not chain; join two of them with 'and'.",
        """
        `a < b < c` would compare a truth value with `c`. Say both comparisons: `a < b and b < c`.
        """);

    public static readonly DiagnosticDescriptor TooDeep = Error(
        "AIRS1109", "Nested too deeply", "This is nested too deeply; give a part of it a name with 'let'.",
        """
        Expressions, shapes and blocks may be nested 200 deep, and one expression may join about as many operands in a row, so that reading a policy
        takes bounded time and memory. To compare with many values use a list: `x in [a, b, c]`.
        """);

    public static readonly DiagnosticDescriptor ReservedName = Error(
        "AIRS1110", "Reserved word as a name", "'{0}' is a reserved word and cannot be a name.",
        """
        The reserved words are `and or not in has contains matches starts ends when then where per within over of by any all count sum distinct
        earlier true false`. They may follow a dot. What is called so outside the policy is read by its name as text: `args["when"]`.
        """);

    public static readonly DiagnosticDescriptor MisplacedDirective = Error(
        "AIRS1111", "Directive after a declaration", "'{0}' stands before the first declaration of a file.",
        """
        What a file takes from other packages stands at its top, so that a reader sees it at once.
        """);

    public static readonly DiagnosticDescriptor MisplacedId = Error(
        "AIRS1112",
        "Catalogue id out of place",
        "The catalogue id '{0}' stands only after 'satisfies', 'mitigates', 'requires', 'waive' or 'inapplicable'.",
        """
        Words that begin with a capital are ids of a catalogue, such as `GR-IN-01`. Names of the policy are written in lower case with underscores;
        a symbol that is spelt otherwise is written as text.
        """);

    public static readonly DiagnosticDescriptor Division = Error(
        "AIRS1113", "Division", "There is no division; multiply the other side, or multiply by a share.",
        """
        Division can fail and has to round, so the language has none. `a / b > 3` is `a > 3 * b`, and `a / 2` is `50% * a`.
        """);

    public static readonly DiagnosticDescriptor MissingSeparator = Error(
        "AIRS1116", "Missing separator", "Expected '{0}' between {1}.",
        """
        Items of a list are separated by commas, steps of a sequence by `->`. White space alone separates nothing.
        """);

    public static readonly DiagnosticDescriptor TrailingSeparator = Error(
        "AIRS1117", "Separator without an item", "'{0}' is not followed by {1}.",
        """
        A separator stands between two items. Remove it, or write the item that should follow.
        """);

    public static readonly DiagnosticDescriptor NotClosed = Error(
        "AIRS1118", "Not closed", "Expected '{0}' to close the '{1}' before it.",
        """
        What was opened with `(`, `[` or `{` inside an expression or shape is closed with its counterpart.
        """);

    public static readonly DiagnosticDescriptor TooManyProblems = Error(
        "AIRS1119", "Too many problems", "This file has more problems than are shown.",
        """
        Only the first problems of a file are shown. A file that is not a policy at all is the usual cause.
        """);

    public static readonly DiagnosticDescriptor ForeignKeyword = Error(
        "AIRS1120", "Keyword of another language", "There is no '{0}'; write '{1}'.",
        """
        A rule is `when CONDITION then EFFECT, …` or `always EFFECT, …`. An optional condition inside a member is `where CONDITION`.
        """);

    public static readonly DiagnosticDescriptor ReservedValue = Error(
        "AIRS1121", "Reserved word as a value", "'{0}' is a reserved word; as a value it is written in quotes.",
        """
        `ends with` and `starts with` compare texts, so that `ends` alone is no name. A value of an enum that is called so is written in quotes, as every value is that is no name:
        `session.event == "ends"`.
        """);

    public static readonly DiagnosticDescriptor JoinedEffects = Error(
        "AIRS1122", "Effects joined by a word", "Effects are separated by ',' and not by '{0}'.",
        """
        `and` and `or` join conditions. A rule that does several things lists them: `then block "No.", notify "security"`. All of them happen.
        """);

    public static readonly DiagnosticDescriptor PerTime = Error(
        "AIRS1123", "Time behind 'per'", "'per {0}' is no length of time; write 'within {1}'.",
        """
        `per` says who is counted together, and `within` over which time: `60 per user within 1m`. The time moves along with the clock.
        """);

    private static DiagnosticDescriptor Error(string code, string title, string message, string explanation) =>
        new(code, DiagnosticSeverity.Error, title, message, explanation);
}
