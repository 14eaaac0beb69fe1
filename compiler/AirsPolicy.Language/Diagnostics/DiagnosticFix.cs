using System.Collections.Immutable;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Diagnostics;

/// <summary>A change to the diagnostic's own file that removes the diagnostic and adds none.</summary>
/// <param name="Title">Imperative: "Write 'then'".</param>
/// <param name="Edits">At least one, ordered by position, not overlapping.</param>
public sealed record DiagnosticFix(string Title, ImmutableArray<TextEdit> Edits)
{
    /// <summary>It declares something that only a person can know to be true. It is offered, and never applied unasked.</summary>
    public bool IsDeclaration { get; init; }
}
