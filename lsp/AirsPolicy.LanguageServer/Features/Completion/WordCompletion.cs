using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.LanguageServer.Features.Completion;

/// <summary>What the word before the cursor asks for.</summary>
internal static class WordCompletion
{
    /// <summary>The entries behind the word, or null where it asks for nothing of its own.</summary>
    public static IEnumerable<CompletionEntry>? After(CompletionRequest request, string word) =>
        word switch
        {
            "at" => request.IsBack(2, "found") ? []
            : request.Declaration == Keyword.Scheme ? CompletionEntries.Words("least")
            : CompletionEntries.Points,
            "given" => CompletionEntries.Points,
            _ when CountingCompletion.AfterWord(request, word) is { } counted => counted,
            "of" when OpenerBeforeOf(request) is "at" => Tools(request),
            "of" when OpenerBeforeOf(request) is "given" => CompletionEntries.Of(request.Names.Of(SymbolKind.Tool)),
            "of" when request.IsBack(2, "one") => [],
            "then" or "always" => EffectCompletion.Effects,
            "error" => EffectCompletion.Effects.Append(CompletionEntries.Word("by")),
            "on" => request.Declaration == Keyword.Tool ? CompletionEntries.Words("error", "stop") : CompletionEntries.Words("error"),
            "mode" => request.Declaration == Keyword.Judge ? Names("shadow", "advisory", "operational") : CompletionEntries.Words("detect"),
            "detect" => CompletionEntries.Words("until"),
            "never" when request.Declaration == Keyword.Control => CompletionEntries.Words("waived"),
            "never" or "tools" when request.IsInBlock => Tools(request),
            "priority" when request.Declaration == Keyword.Queue => Names("normal", "high", "urgent"),
            "known" => CompletionEntries.Words("gap"),
            "class" => Names("read_only", "reversible", "irreversible", "privileged"),
            "score" when request.Declaration == Keyword.Detector => Names("max", "total", "noisy_or"),
            "view" => Views,
            "satisfies" or "mitigates" => GovernanceCompletion.Ids(request, word),
            "requires" when request.Declaration == Keyword.Tier => GovernanceCompletion.Ids(request, word),
            "tier" when request.Declaration == Keyword.System && request.IsInBlock => GovernanceCompletion.Tiers(request),
            "in" when request.Declaration == Keyword.Tier && !request.IsInBlock => CompletionEntries.Of(
                request.Names.Of(SymbolKind.Scheme)),
            "waive" => GovernanceCompletion.Waived(request).Concat(GovernanceCompletion.Ids(request, word)),
            "inapplicable" => GovernanceCompletion.Ids(request, word),
            "with" when request.Declaration == Keyword.Waive => GovernanceCompletion.Waived(request),
            "severity" => Names("low", "medium", "high", "critical"),
            "stream" => Names("none", "buffered", "post_hoc"),
            "timing" => Names("async", "inline"),
            "expect" => TestCompletion.Expected(request),
            "by" => AfterBy(request),
            "approved" or "close" => CompletionEntries.Words("by"),
            "extends" => PackageCompletion.All(request),
            "use" => PackageCompletion.All(request).Append(CompletionEntries.Word("catalogue")),
            "set" => CompletionEntries.Of(request.Names.Of(SymbolKind.Param)),
            "args" or "result" or "returns" when request.IsInBlock => TypeCompletion.Types(request),
            "starts" or "ends" => CompletionEntries.Words("with"),
            "lower" or "higher" => CompletionEntries.Words("is"),
            "is" => CompletionEntries.Words("stricter"),
            "match" or "except" when request.Declaration == Keyword.Detector => Items(request),
            _ => EffectCompletion.AfterWord(request, word),
        };

    /// <summary>What the list that the cursor continues behind a comma holds, or null.</summary>
    public static IEnumerable<CompletionEntry>? AfterComma(CompletionRequest request) =>
        CountingCompletion.AfterComma(request)
        ?? ListOpener(request) switch
        {
            "at" => CompletionEntries.Points,
            "of" => Tools(request),
            "never" or "tools" when request.IsInBlock => Tools(request),
            "then" or "always" => EffectCompletion.Effects,
            "view" => Views,
            "expect" => TestCompletion.Expected(request),
            "match" or "except" => Items(request),
            "satisfies" or "mitigates" or "requires" => GovernanceCompletion.Ids(request, ListOpener(request)!),
            "param" => CompletionEntries.Words("lower", "higher"),
            _ => null,
        };

    /// <summary>The word that opened the clause in which the cursor stands, or null.</summary>
    public static string? ListOpener(CompletionRequest request)
    {
        var index = request.Context.LastIndexOf(IsOpener);
        return index < 0 ? null : request.Before[index].Text;
    }

    private static string? OpenerBeforeOf(CompletionRequest request)
    {
        var index = request.Context.LastIndexOf(token => IsOpener(token) && !token.Is("of"));
        return index < 0 ? null : request.Before[index].Text;
    }

    public static bool IsOpener(CursorToken token) =>
        token.Kind == CursorTokenKind.Word
        && token.Text
            is "when"
                or "where"
                or "then"
                or "always"
                or "let"
                or "at"
                or "of"
                or "given"
                or "expect"
                or "view"
                or "match"
                or "except"
                or "satisfies"
                or "mitigates"
                or "requires"
                or "class"
                or "mode"
                or "score"
                or "param"
                or "fact"
                or "type"
                or "args"
                or "result"
                or "owner"
                or "error";

    private static IEnumerable<CompletionEntry> Views =>
    [
        new("plain", SymbolKind.EnumName, Summary: "The text as it is."),
        new("folded", SymbolKind.EnumName, Summary: "Look-alikes, digits of every script and case folded, invisible characters out."),
        new("spaced", SymbolKind.EnumName, Summary: "Letters and digits alone, with nothing between them."),
        new("decoded", SymbolKind.EnumName, Summary: "With base64, hex, percent and HTML encodings undone."),
        new("leet", SymbolKind.EnumName, Summary: "With digits read as the letters they stand for; whole texts only."),
        new("reversed", SymbolKind.EnumName, Summary: "Backwards; whole texts only."),
    ];

    private static IEnumerable<CompletionEntry> Items(CompletionRequest request) =>
        CompletionEntries.Words("file", "classifier", "weights").Concat(CompletionEntries.Of(request.Names.Of(SymbolKind.Detector)));

    private static IEnumerable<CompletionEntry> AfterBy(CompletionRequest request) => ListOpener(request) switch
    {
        "expect" => CompletionEntries.Of(request.Names.Of(
            SymbolKind.Control, SymbolKind.Tool, SymbolKind.Limit, SymbolKind.Label, SymbolKind.Agent, SymbolKind.Workflow)),
        _ when request.IsBack(2, "approved") || request.IsBack(2, "close") => [],
        _ => ExpressionCompletion.TableKeys(request),
    };

    private static IEnumerable<CompletionEntry> Tools(CompletionRequest request) =>
        CompletionEntries.Of(request.Names.Of(SymbolKind.Tool, SymbolKind.Group));

    private static IEnumerable<CompletionEntry> Names(params string[] names) =>
        names.Select(name => new CompletionEntry(name, SymbolKind.EnumName));
}
