using AirsPolicy.Language.Symbols;

namespace AirsPolicy.LanguageServer.Features.Completion;

/// <summary>What a type can begin with.</summary>
internal static class TypeCompletion
{
    private static readonly CompletionEntry[] s_builtIn =
    [
        new("text", SymbolKind.Type, Summary: "Unicode text."),
        new("int", SymbolKind.Type, Summary: "A 64-bit whole number; overflow is an error of the rule."),
        new("decimal", SymbolKind.Type, Summary: "A decimal number, exactly as it was written."),
        new("bool", SymbolKind.Type, Summary: "True or false."),
        new("share", SymbolKind.Type, Summary: "A part of a whole, 0% to 100%."),
        new("money", SymbolKind.Type, Summary: "An amount in one currency; another currency does not fit.", Snippet: "money ${1:GBP}"),
        new("duration", SymbolKind.Type, Summary: "A length of time."),
        new("instant", SymbolKind.Type, Summary: "A point in time."),
        new("date", SymbolKind.Type, Summary: "A calendar day."),
        new("size", SymbolKind.Type, Summary: "A number of bytes."),
        new("one of", SymbolKind.Type, Summary: "One of some names.", Snippet: "one of [${1:a}, ${2:b}]"),
        new(
            "rising",
            SymbolKind.Type,
            Summary: "One of some names in rising order, which can be compared.",
            Snippet: "rising [${1:low}, ${2:high}]"),
        new("schema", SymbolKind.Type, Summary: "A JSON Schema in a file of the package.", Snippet: "schema \"${1:file.json}\""),
    ];

    public static IEnumerable<CompletionEntry> Types(CompletionRequest request) =>
        CompletionEntries.Of(request.Names.Of(SymbolKind.Type)).Concat(s_builtIn);
}
