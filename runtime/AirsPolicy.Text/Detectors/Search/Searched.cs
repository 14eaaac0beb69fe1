using AirsPolicy.Text.Detectors.Learned;
using AirsPolicy.Text.Literals;
using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Detectors.Search;

/// <summary>A text under search, with the memory that a search needs.</summary>
internal readonly ref struct Searched(ReadOnlySpan<char> original, AskedText asked, PatternScratch patterns, SpanBuffer matches)
{
    /// <summary>The text as it came.</summary>
    public ReadOnlySpan<char> Original { get; } = original;

    /// <summary>What is kept of the text.</summary>
    public AskedText Asked => asked;

    /// <summary>The folded view, made at most once.</summary>
    public TextView Folded => asked.View(TextViewKind.Folded, Original);

    /// <summary>A view other than the text as it came, made at most once.</summary>
    public TextView View(TextViewKind kind) => asked.View(kind, Original);

    /// <summary>What a model reads of a view.</summary>
    public ReadText ReadOf(TextViewKind kind) => asked.ReadOf(kind, Original);

    /// <summary>What a model reads of the decoded view, or of the folded one where nothing is encoded.</summary>
    public ReadText Read => ReadOf(View(TextViewKind.Decoded).Length > 0 ? TextViewKind.Decoded : TextViewKind.Folded);

    /// <summary>The greatest unit of a view.</summary>
    public char HighestIn(TextViewKind kind) => asked.HighestIn(kind, Original);

    /// <summary>Where the literals of items stand in a view.</summary>
    public LiteralHits Hits(int kind) => asked.Hits(kind, Original);

    public PatternScratch Patterns { get; } = patterns;

    /// <summary>What another detector said of this text; it has been asked before.</summary>
    public Answer AnswerOf(int detector) => asked.AnswerOf(detector);

    /// <summary>A match of an answer.</summary>
    public TextSpan MatchOf(in Answer answer, int index) => matches[answer.First + index];
}
