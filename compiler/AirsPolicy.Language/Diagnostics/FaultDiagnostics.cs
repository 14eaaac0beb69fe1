using System.Diagnostics;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Diagnostics;

/// <summary>Our own mistakes as findings: what failed is named, and what was found beside it stands.</summary>
internal static class FaultDiagnostics
{
    public static readonly DiagnosticDescriptor Stopped = new(
        "AIRS7900", DiagnosticSeverity.Error, "A check stopped at a fault of airs",
        "{0} stopped at a fault of airs, not of the policy: {1}. Report this message; until airs is mended, take back the last change.",
        """
        A part of `airs` failed while it looked at this policy. That is a mistake in `airs`. All other findings stand. But what the
        failed part would have found is not known, so nothing is built from the policy, and `airs check` ends with exit code 3.

        Report the message, with the policy if you can share it. Until `airs` is mended, take back the last change, or write the
        declaration that the message points to in another way.
        """);

    /// <summary>The finding for an exception.</summary>
    /// <param name="what">What failed, at the beginning of a sentence.</param>
    public static Diagnostic Of(string what, Exception fault, SourceText source, TextSpan span) =>
        new(Stopped, source, span, [what, Describe(fault)]);

    // The place in the code is what a report needs most; a message may run over lines.
    private static string Describe(Exception fault)
    {
        var thrown = new StackTrace(fault).GetFrames().Select(frame => frame.GetMethod())
            .FirstOrDefault(method => method?.DeclaringType?.Namespace?.StartsWith("AirsPolicy", StringComparison.Ordinal) == true);
        var place = thrown is null ? "" : $" in {thrown.DeclaringType!.Name}.{thrown.Name}";
        var message = string.Join(' ', fault.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
        return $"{fault.GetType().Name}{place}, '{message}'";
    }
}
