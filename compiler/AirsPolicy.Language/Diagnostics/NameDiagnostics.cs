using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Diagnostics;

/// <summary>2xxx: names, packages and types.</summary>
internal static class NameDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownName = new(
        "AIRS2001", Error, "Unknown name",
        "There is no '{0}' here{1}",
        "A name in an expression is a fact of the decision point, a parameter, a `let`, a detector, a function or the item of a " +
        "quantifier. Facts differ from point to point: the reference lists them. A fact of your own is declared with `fact`."
    );

    public static readonly DiagnosticDescriptor UnknownMember = new(
        "AIRS2002", Error, "Unknown member",
        "'{0}' has no member '{1}'{2}",
        "The members of a fact stand in the table of its decision point, or in the `fact`, `type` or schema that declares it. What has " +
        "another name outside is read by that name: `args[\"order-id\"]`."
    );

    public static readonly DiagnosticDescriptor UnknownDetector = new(
        "AIRS2003", Error, "Unknown detector",
        "There is no detector '{0}'{1}",
        "Detectors are declared with `detector`, come from a package that is taken in with `use`, or are built in (`pii.card`).");

    public static readonly DiagnosticDescriptor MoneyWithoutCurrency = new(
        "AIRS2053", Error, "Money without a currency",
        "'money' needs its currency, as in 'money GBP'.",
        "Amounts in different currencies cannot be compared, so that the type says which one it is, with the three capitals of ISO " +
        "4217: `amount: money EUR`."
    );

    public static readonly DiagnosticDescriptor NullComparison = new(
        "AIRS2054", Error, "Comparison with null",
        "There is no 'null'; {0}.",
        "An optional fact is there or it is not: `has x` asks whether it is, and `x ?? default` reads it with a default. What is " +
        "required is never absent."
    );

    public static readonly DiagnosticDescriptor MethodCall = new(
        "AIRS2055", Error, "Call on a value",
        "Values have no '{0}'; write '{1}'.",
        "Texts and lists are tested with the operators `contains`, `starts with`, `ends with`, `matches` and `in`, which stand between " +
        "two values."
    );

    public static readonly DiagnosticDescriptor TextAsPattern = new(
        "AIRS2056", Error, "Text for a pattern",
        "'matches' takes a pattern between slashes, and this is a text; write '{0}'.",
        "A pattern stands between slashes, `/ord-[0-9]{6}/`, so that it is checked when the policy is. To look for a text as it stands, " +
        "write `contains`."
    );

    public static readonly DiagnosticDescriptor UnknownType = new(
        "AIRS2004", Error, "Unknown type",
        "There is no type '{0}'{1}",
        "The built-in types are bool, int, decimal, share, money, duration, instant, date, size and text. Others are declared with `type`."
    );

    public static readonly DiagnosticDescriptor DeclaredTwice = new(
        "AIRS2005", Error, "Name declared twice",
        "'{0}' is declared twice in this {1}.",
        "A package has one space of names, and so has a type, so that a reader never has to know which of two is meant. Rename one of them."
    );

    public static readonly DiagnosticDescriptor UnknownPackage = new(
        "AIRS2006", Error, "Unknown package",
        "There is no package '{0}' in this folder, the library folders or the library of the compiler{1}",
        "A package is found by the path in the header of its files: in the folder that is checked, in folders given with `--library`, " +
        "and in the library that ships with the compiler."
    );

    public static readonly DiagnosticDescriptor CyclicPackages = new(
        "AIRS2007", Error, "Packages take one another in",
        "'{0}' takes itself in: {1}.",
        "`use` and `extends` may not lead back to the package they start from. Move what both need into a third package.");

    public static readonly DiagnosticDescriptor PackagesTooDeep = new(
        "AIRS2008", Error, "Packages too deep",
        "'{0}' stands behind more than {1} packages that take one another in.",
        "The chain of packages is bounded so that checking is.");

    public static readonly DiagnosticDescriptor AmbiguousName = new(
        "AIRS2009", Error, "Name with two meanings",
        "'{0}' is declared in '{1}' and in '{2}'; write which is meant.",
        "Two packages that are taken in declare the same name. Write it behind the name of its package.");

    public static readonly DiagnosticDescriptor WrongKind = new(
        "AIRS2011", Error, "Name of another kind",
        "'{0}' is a {1}, and a {2} is needed here.",
        "Names lead to one thing each. Check what is declared under this name.");

    public static readonly DiagnosticDescriptor NotAValue = new(
        "AIRS2012", Error, "Not a value",
        "'{0}' is a {1} and has no value of its own{2}.",
        "A detector is asked with `.found(text)`, `.score(text)`, `.count(text)` or `.spans(text)`; a function is called with its " +
        "arguments."
    );

    public static readonly DiagnosticDescriptor Mismatch = new(
        "AIRS2013", Error, "Type does not fit",
        "Expected {0} here, but this is {1}.",
        "The types of the language do not convert into one another silently, but for a whole number where a decimal is needed.");

    public static readonly DiagnosticDescriptor ConditionNeedsBool = new(
        "AIRS2014", Error, "Condition is not true or false",
        "A condition must be true or false, but this is {0}.",
        "Compare the value with something: a list literal, a number or a text is not a condition by itself.");

    public static readonly DiagnosticDescriptor CannotCompare = new(
        "AIRS2015", Error, "Values cannot be compared",
        "{0} and {1} cannot be compared with '{2}'.",
        "Both sides of a comparison are of one type. Texts, lists, records and plain enums (`one of`) have no order; use `rising` for " +
        "values that have."
    );

    public static readonly DiagnosticDescriptor NoArithmetic = new(
        "AIRS2016", Error, "No such arithmetic",
        "'{2}' is not defined between {0} and {1}.",
        "The table of arithmetic is closed: int and decimal with +, − and ·; money with +, − and · by a number or share; share · int; " +
        "instant and date ± duration and their differences; duration · int."
    );

    public static readonly DiagnosticDescriptor MayBeAbsent = new(
        "AIRS2017", Error, "Value may be absent",
        "'{0}' may be absent; ask '{1}' first or give a default with '??'.",
        "An optional fact is read under `has x and …`, behind `not has x or …`, or as `x ?? default`, so that absence is never a surprise."
    );

    public static readonly DiagnosticDescriptor NeverAbsent = new(
        "AIRS2018", Warning, "Value is never absent",
        "'{0}' is never absent here, so {1} changes nothing.",
        "A required fact that is missing fails the rules that read it; it does not read as absent.");

    public static readonly DiagnosticDescriptor HidesName = new(
        "AIRS2019", Error, "Name hides another",
        "'{0}' already means something here; choose another name for the {1}.",
        "A name inside a rule never changes what the same name means outside it.");

    public static readonly DiagnosticDescriptor EnumOrName = new(
        "AIRS2020", Error, "Symbol or name",
        "'{0}' is a value of the enum that is expected here and also {1}; write \"{0}\" for the value or rename the other.",
        "Where an enum is expected its values win over names. If a name would fit as well, the reader could not tell which is meant.");

    public static readonly DiagnosticDescriptor UnknownEnumName = new(
        "AIRS2021", Error, "Not a value of the enum",
        "'{0}' is none of {1}{2}",
        "An enum has the values of its declaration and no others.");

    public static readonly DiagnosticDescriptor WrongArguments = new(
        "AIRS2022", Error, "Wrong arguments",
        "'{0}' takes {1}, but is given {2}.",
        "The reference lists each function with the types it takes.");

    public static readonly DiagnosticDescriptor PatternProblem = new(
        "AIRS2023", Error, "Pattern cannot be read",
        "{0}",
        "Patterns are matched in time linear in the text, so back-references and look-around do not exist. A match is always the " +
        "leftmost and longest."
    );

    public static readonly DiagnosticDescriptor RecursiveLet = new(
        "AIRS2024", Error, "Let refers to itself",
        "'{0}' is defined by itself.",
        "Policies always end: a `let` may use others, but not itself.");

    public static readonly DiagnosticDescriptor ExpressionTooLarge = new(
        "AIRS2025", Error, "Expression too large",
        "This grows to more than {0} once its lets are worked in.",
        "The cost of a decision is known and bounded when the policy is compiled.");

    public static readonly DiagnosticDescriptor RecursiveType = new(
        "AIRS2026", Error, "Type contains itself",
        "The type '{0}' contains itself.",
        "Facts have a bounded layout, so a type cannot hold itself.");

    public static readonly DiagnosticDescriptor SchemaProblem = new(
        "AIRS2027", Error, "Schema cannot be used",
        "The schema \"{0}\" cannot be used: {1}",
        "Schemas are JSON Schema 2020-12, as far as the reference lists the keywords.");

    public static readonly DiagnosticDescriptor TableTwice = new(
        "AIRS2028", Error, "Table names a value twice",
        "The table gives '{0}' twice.",
        "A table gives each value of its key at most once.");

    public static readonly DiagnosticDescriptor TableKey = new(
        "AIRS2029", Error, "Table key is not an enum",
        "A table needs an enum to look up, but '{0}' is {1}.",
        "`by key { name value, … }` looks up a value by the name of an enum, such as `tier` or `tool.class`.");

    public static readonly DiagnosticDescriptor OutOfRange = new(
        "AIRS2030", Error, "Number out of range",
        "{0} lies between {1} and {2}.",
        "Numbers that say how often or by how many have bounds, so that the work of a decision and of a test has.");

    public static readonly DiagnosticDescriptor ParamNotConstant = new(
        "AIRS2031", Error, "Value is not written down",
        "'{0}' is not known when the policy is compiled; write a value down here.",
        "Parameters, and the times of queues, are known when the policy is compiled.");

    public static readonly DiagnosticDescriptor SetLoosens = new(
        "AIRS2032", Error, "Setting loosens",
        "'{0}' may only be set {1} than {2}.",
        "A parameter says in which direction it is stricter, and others may set it in that direction only.");

    public static readonly DiagnosticDescriptor SetNeedsDirection = new(
        "AIRS2033", Error, "Parameter cannot be set by others",
        "'{0}' does not say which direction is stricter, so only its own package may change it.",
        "Write `, lower is stricter` or `, higher is stricter` behind the parameter to let others set it.");

    public static readonly DiagnosticDescriptor FactClash = new(
        "AIRS2034", Error, "Fact already exists",
        "'{0}' is already a fact {1}.",
        "A policy adds facts under names of its own; it cannot replace what the host and the decision point provide.");

    public static readonly DiagnosticDescriptor ArgsNeedTool = new(
        "AIRS2035", Error, "Arguments of which tool",
        "The members of '{0}' depend on the tool; name the tools with 'at {1} of …'.",
        "Each tool has arguments of its own. A control that stands at all tool calls can hand `args` whole to detectors, `size` and " +
        "`digest`."
    );

    public static readonly DiagnosticDescriptor ToolsDisagree = new(
        "AIRS2036", Error, "Tools disagree",
        "'{0}' is {1} for the tool '{2}' and {3} for '{4}'.",
        "A control that stands at several tools reads what all of them have with one type.");

    public static readonly DiagnosticDescriptor NotText = new(
        "AIRS2037", Error, "Not a text",
        "'{0}' searches texts, but this is {1}.",
        "A detector is given a text, a list of texts, or a record, all of whose texts are searched.");

    public static readonly DiagnosticDescriptor TypeTooLarge = new(
        "AIRS2038", Error, "Type too large",
        "This type {0}; facts are laid out in a frame of bounded size.",
        "A type counts with all that the types it is made of hold. Ask the host for less, or for lists in place of many members.");

    public static readonly DiagnosticDescriptor FactElsewhere = new(
        "AIRS2039", Error, "Fact of another decision point",
        "'{0}' is a fact of {1}, not of '{2}'.",
        "Each decision point has a table of facts of its own. Let the control stand where the fact is, or write a control for each point.");

    public static readonly DiagnosticDescriptor UnknownDeclaration = new(
        "AIRS2040", Error, "Nothing of that name",
        "There is no {0} '{1}'{2}",
        "Bare names are declared in the policy or in a package that it takes in.");

    public static readonly DiagnosticDescriptor TableGap = new(
        "AIRS2041", Error, "Table leaves a value out",
        "The table gives nothing for '{0}'; add it{1}.",
        "A table over an enum gives a value for each of its names. Over a `rising` enum a name that is left out takes the value of the " +
        "nearest lower one, so only those below the lowest are missing."
    );

    public static readonly DiagnosticDescriptor NotAlone = new(
        "AIRS2042", Error, "Record as a value",
        "{0} gives one value, and this is {1}; take a member of it.",
        "A table and `??` choose between values such as numbers and texts. A record is read member by member: `(customer.name ?? \"\")`.");
}
