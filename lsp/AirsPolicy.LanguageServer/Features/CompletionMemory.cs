using AirsPolicy.LanguageServer.Features.Completion;
using AirsPolicy.LanguageServer.Protocol;

namespace AirsPolicy.LanguageServer.Features;

/// <summary>The last list of completions, whose documentation is told entry by entry. For one thread.</summary>
internal sealed class CompletionMemory
{
    private IReadOnlyList<CompletionEntry> _entries = [];
    private int _list;

    /// <summary>Remembers a list and gives the number it has.</summary>
    public int Remember(IReadOnlyList<CompletionEntry> entries)
    {
        _entries = entries;
        return ++_list;
    }

    /// <summary>The item with its documentation; as it came where it is of an older list.</summary>
    public CompletionItem Resolve(CompletionItem item) =>
        item.Data is { } data && data.List == _list && data.Rank >= 0 && data.Rank < _entries.Count
        && _entries[data.Rank].Summary is { } summary
            ? item with { Documentation = MarkupContent.Markdown(summary) }
            : item;
}
