using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Patterns.Parsing;

namespace AirsPolicy.Runtime.Schemas.Patterns;

/// <summary>
/// Reads patterns of ECMAScript (ECMA-262, with the flag <c>u</c>), which is what <c>pattern</c> and <c>patternProperties</c> hold, as
/// trees of the text engine. Its classes are those of ECMAScript: <c>\d</c> and <c>\w</c> are ASCII, <c>.</c> leaves out the four line
/// terminators.
/// </summary>
/// <remarks>
/// Not matched, because it takes more than linear time: look-around and back-references. Laziness is passed over, since it decides where a
/// match ends and never whether there is one. As in patterns without the flag, braces and brackets that open nothing are literals, and so
/// is every escaped punctuation character: many schemas are written that way, and there is only one thing it can mean.
/// </remarks>
internal static class EcmaScriptPattern
{
    public static EcmaScriptParse Parse(string text)
    {
        if (text.Length > PatternLimits.MaxLength)
            return new EcmaScriptParse(
                null,
                true,
                $"is a pattern of {text.Length} characters, where at most {PatternLimits.MaxLength} fit");
        var cursor = new Cursor(text);
        var reader = new EcmaScriptReader(cursor);
        var root = reader.ReadPattern();
        if (reader.Malformed is { } malformed)
            return new EcmaScriptParse(null, false, "is no pattern of ECMAScript: " + malformed);
        if (reader.Unmatchable is { } unmatchable)
            return new EcmaScriptParse(null, true, "is a pattern that cannot be matched in time linear in the text: " + unmatchable);
        ProgramSize.Check(root, cursor);
        var tree = new PatternTree(text, PatternOptions.None, root);
        PatternCost.Check(tree, cursor);
        return cursor.HasErrors ? new EcmaScriptParse(null, true, ProblemOf(cursor.Errors()[0])) : new EcmaScriptParse(tree, true, null);
    }

    private static string ProblemOf(PatternError error) =>
        $"is too {(error.Kind == PatternErrorKind.TooCostly ? "costly" : "large")} a pattern: {error.Message.TrimEnd('.')}";
}
