using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Tests.Grammar;

/// <summary>What the hand-written parser says of a text.</summary>
/// <param name="Shape">Null where it refuses the text.</param>
/// <param name="Refusal">The first error; null where it accepts.</param>
/// <param name="IsBounded">Whether something nests too deeply, so that the grammar is not asked.</param>
internal sealed record HandWritten(Shape? Shape, Diagnostic? Refusal, bool IsBounded)
{
    // Bounds of values and of nesting: the grammar has none.
    private static readonly DiagnosticDescriptor[] s_bounds =
        [LexicalDiagnostics.NumberRange, LexicalDiagnostics.ShareRange, LexicalDiagnostics.ShareDigits, LexicalDiagnostics.NoSuchDate];

    public static HandWritten Read(string text)
    {
        var tree = SyntaxTree.Parse(SourceText.From(text));
        var refusal = tree.Diagnostics.FirstOrDefault(found => found.Severity == DiagnosticSeverity.Error && !IsBound(found));
        var isBounded = tree.Diagnostics.Any(found => found.Code == SyntaxDiagnostics.TooDeep.Code);
        return new HandWritten(refusal is null ? SyntaxShape.Of(tree.Root) : null, refusal, isBounded);
    }

    private static bool IsBound(Diagnostic found) => Array.Exists(s_bounds, bound => bound.Code == found.Code);
}
