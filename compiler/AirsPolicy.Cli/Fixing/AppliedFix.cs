using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Text;

namespace AirsPolicy.Cli.Fixing;

/// <summary>A finding whose first fix a round has applied.</summary>
/// <param name="Diagnostic">The finding, in the text before the round.</param>
/// <param name="Written">Where the fix has written, in the text after the round; by place.</param>
internal sealed record AppliedFix(Diagnostic Diagnostic, ImmutableArray<TextSpan> Written)
{
    /// <summary>How many characters lie between what was written and a span; 0 where they touch.</summary>
    public int DistanceTo(TextSpan span) =>
        Written.Min(written => Math.Max(0, Math.Max(written.Start - span.End, span.Start - written.End)));
}
