using System.Collections.Immutable;
using System.Globalization;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Diagnostics;

/// <summary>One finding at one place.</summary>
/// <param name="Descriptor">What kind of finding it is.</param>
/// <param name="Source">The file it is in.</param>
/// <param name="Span">Where, without surrounding trivia; empty where something is missing.</param>
/// <param name="Arguments">What fills the holes of the message, in order.</param>
public sealed record Diagnostic(DiagnosticDescriptor Descriptor, SourceText Source, TextSpan Span, ImmutableArray<string> Arguments)
{
    /// <summary>Ways to mend it, the likeliest first; never default.</summary>
    public ImmutableArray<DiagnosticFix> Fixes { get; init; } = [];

    /// <summary>Other places that explain it; never default.</summary>
    public ImmutableArray<RelatedLocation> Related { get; init; } = [];

    public string Code => Descriptor.Code;

    public DiagnosticSeverity Severity => Descriptor.Severity;

    /// <summary>It tells of a mistake in the compiler and not in the policy.</summary>
    public bool IsFault => Descriptor == FaultDiagnostics.Stopped;

    /// <summary>The finished sentence.</summary>
    public string Message => Arguments.IsEmpty
        ? Descriptor.MessageFormat
        : string.Format(CultureInfo.InvariantCulture, Descriptor.MessageFormat, [.. Arguments]);

    public override string ToString()
    {
        var place = Source.PositionOf(Span.Start);
        return string.Create(CultureInfo.InvariantCulture, $"{Source.Path}:{place.Line + 1}:{place.Column + 1}: {Code} {Message}");
    }
}
