using AirsPolicy.Language.Symbols;

namespace AirsPolicy.LanguageServer.Features.Completion;

/// <summary>The effects of a rule and what completes each.</summary>
internal static class EffectCompletion
{
    private static readonly CompletionEntry[] s_all =
    [
        Effect("block", "block \"${1:message}\""),
        Effect("flag", null),
        Effect("hold", "hold for ${1:queue}"),
        Effect("halt", "halt ${1|session,run,agent,user,system|}"),
        Effect("redact", "redact ${1:detector} as ${2|label,mask,hash,drop|}"),
        Effect("append", "append \"${1:text}\""),
        Effect("replace", "replace with \"${1:text}\""),
        Effect("cut", "cut to ${1:1_000}"),
        Effect("drop", "drop ${1:s} in ${2:sources} where ${3:condition}"),
        Effect("notify", "notify \"${1:who}\""),
        Effect("retract", "retract \"${1:message}\""),
        Effect("require", "require \"${1:duty}\""),
        Effect("queue", "queue ${1:queue}"),
        Effect("escalate", "escalate ${1:queue}"),
        Effect("ask", "ask ${1:judge}"),
        Effect("label", "label ${1:name}"),
        Effect("degrade", "degrade ${1|guardrail,judge,human|} to ${2|alternate,contingency,emergency|}"),
    ];

    private static readonly string[] s_states = ["alternate", "contingency", "emergency"];

    public static IEnumerable<CompletionEntry> Effects => s_all;

    /// <summary>What can go on an effect whose words so far are <paramref name="effect"/>.</summary>
    public static IEnumerable<CompletionEntry> Continue(IReadOnlyList<CursorToken> effect) => effect[0].Text switch
    {
        "hold" => CompletionEntries.Words("within", "otherwise"),
        "halt" => CompletionEntries.Words("for"),
        "redact" => CompletionEntries.Words("in", "except", "as"),
        "degrade" => CompletionEntries.Words("to"),
        "drop" => CompletionEntries.Words("where"),
        _ => [],
    };

    /// <summary>What a word of an effect needs behind it.</summary>
    public static IEnumerable<CompletionEntry>? AfterWord(CompletionRequest request, string word) =>
        word switch
        {
            "hold" => CompletionEntries.Words("for"),
            "for" when request.IsBack(2, "hold") => Declared(request, SymbolKind.Queue),
            "queue" or "escalate" => Declared(request, SymbolKind.Queue),
            "ask" => Declared(request, SymbolKind.Judge),
            "label" => Declared(request, SymbolKind.Label),
            "redact" => Declared(request, SymbolKind.Detector),
            "halt" => CompletionEntries.Words("session", "run", "agent", "user", "system", "for"),
            "replace" => CompletionEntries.Words("with"),
            "cut" => CompletionEntries.Words("to"),
            "otherwise" => CompletionEntries.Words("halt"),
            "as" => Methods,
            "degrade" =>
            [
                new("guardrail", SymbolKind.EnumName),
                new("judge", SymbolKind.EnumName),
                new("human", SymbolKind.EnumName),
                CompletionEntries.Word("to"),
            ],
            "to" when request.IsBack(2, "degrade") || request.IsBack(3, "degrade") => s_states.Select(state => new CompletionEntry(
                state,
                SymbolKind.EnumName)),
            _ => null,
        };

    private static IEnumerable<CompletionEntry> Methods =>
    [
        new("label", SymbolKind.EnumName, Summary: "The name of the detector stands in the place of the finding."),
        new("hash", SymbolKind.EnumName, Summary: "A keyed digest: equal findings stay recognisable."),
        new("mask", SymbolKind.EnumName, Summary: "Asterisks."),
        new("drop", SymbolKind.EnumName, Summary: "Nothing."),
    ];

    private static IEnumerable<CompletionEntry> Declared(CompletionRequest request, SymbolKind kind) =>
        CompletionEntries.Of(request.Names.Of(kind));

    private static CompletionEntry Effect(string word, string? snippet) =>
        new(word, SymbolKind.Keyword, Summary: WordDocs.Find(word), Snippet: snippet);
}
