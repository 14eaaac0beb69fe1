using AirsPolicy.Language.Symbols;
using AirsPolicy.Text;

namespace AirsPolicy.LanguageServer.Features.Completion;

/// <summary>Something that can be written at the cursor.</summary>
/// <param name="Label">What is shown and, without a snippet, written.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Detail">Its type as the language writes it, or null.</param>
/// <param name="Summary">A sentence or more, or null.</param>
/// <param name="Snippet">What is written by a client that takes snippets (LSP 3.17, Snippet Syntax), or null.</param>
internal sealed record CompletionEntry(string Label, SymbolKind Kind, string? Detail = null, string? Summary = null, string? Snippet = null)
{
    /// <summary>It is the unit of the number before the cursor and stands right behind it.</summary>
    public bool JoinsNumber { get; init; }
}

/// <summary>What can be written at a place.</summary>
/// <param name="Replaces">The part of the word at the cursor that is written over.</param>
/// <param name="Entries">The entries, the likeliest first, each label once.</param>
/// <param name="NumberEnd">Where the number ends that units join, or -1.</param>
internal sealed record CompletionSet(TextSpan Replaces, IReadOnlyList<CompletionEntry> Entries, int NumberEnd = -1);
