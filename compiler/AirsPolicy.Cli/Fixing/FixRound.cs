using System.Collections.Immutable;
using System.Text;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Cli.Fixing;

/// <summary>One file after the fixes of one round.</summary>
internal sealed record FixRound(string Content, ImmutableArray<Diagnostic> Fixed)
{
    /// <summary>Applies the first fix of each diagnostic, from the top; one that would touch what another has changed waits for the next round, and a declaration for a person.</summary>
    public static FixRound Apply(SourceText source, IEnumerable<Diagnostic> diagnostics)
    {
        var edits = new List<TextEdit>();
        var done = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var diagnostic in diagnostics.OrderBy(d => d.Span.Start))
        {
            if (diagnostic.Fixes is not [{ IsDeclaration: false } fix, ..] || fix.Edits.Any(edit => edits.Exists(other => Touches(edit, other))))
                continue;
            edits.AddRange(fix.Edits);
            done.Add(diagnostic);
        }

        var content = new StringBuilder(source.Length);
        var at = 0;
        foreach (var edit in edits.OrderBy(edit => edit.Span.Start))
        {
            content.Append(source.Content, at, edit.Span.Start - at).Append(edit.NewText);
            at = edit.Span.End;
        }

        content.Append(source.Content, at, source.Length - at);
        return new FixRound(content.ToString(), done.ToImmutable());
    }

    // Two insertions at one place have no order, so they touch as well.
    private static bool Touches(TextEdit one, TextEdit other) => one.Span.Start <= other.Span.End && other.Span.Start <= one.Span.End;
}
