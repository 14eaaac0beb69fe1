using System.Globalization;
using AirsPolicy.Text.Patterns.Matching;

namespace AirsPolicy.Text.Patterns.Parsing;

/// <summary>Holds patterns to what a character of text may cost.</summary>
internal static class PatternCost
{
    /// <summary>Reports a pattern that takes more steps than one may; asked of patterns that are within all other limits.</summary>
    public static void Check(PatternTree tree, Cursor cursor)
    {
        // A step visits an instruction, so that few patterns have to be looked at.
        if (cursor.HasErrors || ProgramSize.Of(tree.Root, cursor) is not >= PatternLimits.MaxStepsPerCharacter)
            return;
        var steps = PatternWork.Of(ProgramBuilder.Build(tree));
        if (steps <= PatternLimits.MaxStepsPerCharacter)
            return;
        const int Most = PatternLimits.MaxStepsPerCharacter;
        var message =
            string.Create(
                CultureInfo.InvariantCulture,
                $"A text can make this pattern take {steps:N0} steps a character, about {Nanoseconds(steps):N0} ns, where {Most:N0} steps are allowed; "
            ) + "repeat less often, leave the upper bound open as in '{2,}', or look for a long list of words as terms.";
        cursor.Report(PatternErrorKind.TooCostly, tree.Root.Span.Start, tree.Root.Span.End, message);
    }

    private static long Nanoseconds(long steps) => steps * PatternLimits.NanosecondsPerStep;
}
