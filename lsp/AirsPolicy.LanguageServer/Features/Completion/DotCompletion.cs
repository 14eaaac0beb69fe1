using AirsPolicy.Language.Symbols;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.LanguageServer.Features.Completion;

/// <summary>What can follow a dot: members of a record, the questions of a detector, the rest of a dotted name.</summary>
internal static class DotCompletion
{
    /// <summary>What a detector is asked.</summary>
    public static IReadOnlyList<CompletionEntry> Questions { get; } =
    [
        new(
            "found",
            SymbolKind.Function,
            "bool",
            "Whether anything is found, or the score reaches the bound of the detector.",
            "found(${1:text})"),
        new("score", SymbolKind.Function, "share", "How strongly the text matches, 0% to 100%.", "score(${1:text})"),
        new("count", SymbolKind.Function, "int", "How many matches there are.", "count(${1:text})"),
        new("spans", SymbolKind.Function, "[span]", "The matches, each with its text and digits.", "spans(${1:text})"),
    ];

    /// <summary>The entries behind a path that ends in a dot.</summary>
    public static IEnumerable<CompletionEntry> After(IReadOnlyList<string> path, NamesInScope names)
    {
        var written = string.Join('.', path);
        var prefix = written + ".";
        var rest = names.All
            .Where(name => name.Name.StartsWith(prefix, StringComparison.Ordinal))
            .GroupBy(name => name.Name[prefix.Length..].Split('.')[0], StringComparer.Ordinal)
            .Select(group => group.FirstOrDefault(name => name.Name.Length == prefix.Length + group.Key.Length) is { } whole
                ? CompletionEntries.Of(whole) with { Label = group.Key }
                : new CompletionEntry(group.Key, SymbolKind.Package));
        var kind = names.Find(written)?.Kind;
        var questions = kind == SymbolKind.Detector ? Questions : [];
        var members = MembersOf(names.ShapeOf(path));
        // A column is asked by the key of a row.
        return rest.Concat(questions)
            .Concat(kind == SymbolKind.Data ? members.Select(column => column with { Snippet = $"{column.Label}(${{1:key}})" }) : members);
    }

    private static IEnumerable<CompletionEntry> MembersOf(Shape? shape) =>
        NamesInScope.Plain(shape) is RecordShape record
            ? record.Members.Select(member => new CompletionEntry(
                member.Name,
                SymbolKind.Member,
                CompletionEntries.TypeOf(member.Shape, member.Optional)))
            : [];
}
