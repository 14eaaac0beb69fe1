using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Diagnostics;

/// <summary>The words and the fix of "did you mean".</summary>
internal static class Suggestion
{
    /// <summary>The end of a message: <c>; did you mean 'x'?</c> or its full stop.</summary>
    public static string DidYouMean(string? nearest) => nearest is null ? "." : $"; did you mean '{nearest}'?";

    /// <summary>The fix that writes the word meant.</summary>
    public static DiagnosticFix Replace(TextSpan span, string text) => new($"Write '{text}'", [new TextEdit(span, text)]);
}
