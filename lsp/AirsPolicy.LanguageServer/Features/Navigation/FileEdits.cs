using System.Collections.Immutable;
using AirsPolicy.Language.Text;

namespace AirsPolicy.LanguageServer.Features.Navigation;

/// <summary>Changes to one file.</summary>
/// <param name="Source">The file.</param>
/// <param name="Edits">By place, not overlapping.</param>
internal sealed record FileEdits(SourceText Source, ImmutableArray<TextEdit> Edits)
{
    /// <summary>The text with all changes made.</summary>
    public string Apply() => Edits.Reverse().Aggregate(
        Source.Content,
        (text, edit) => string.Concat(text.AsSpan(0, edit.Span.Start), edit.NewText, text.AsSpan(edit.Span.End)));

    /// <summary>Where what begins at <paramref name="position"/> begins afterwards.</summary>
    public int Moved(int position) =>
        position + Edits.Where(edit => edit.Span.Start < position).Sum(edit => edit.NewText.Length - edit.Span.Length);
}
