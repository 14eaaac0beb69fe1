using System.Collections.Immutable;

namespace AirsPolicy.LanguageServer.Protocol;

internal sealed record PublishDiagnosticsParams(string Uri, int? Version, ImmutableArray<Diagnostic> Diagnostics);

internal sealed record Diagnostic(
    Range Range,
    DiagnosticSeverity Severity,
    string Code,
    CodeDescription CodeDescription,
    string Source,
    string Message,
    ImmutableArray<RelatedInformation>? RelatedInformation);

/// <summary>Where more is said of the code.</summary>
internal sealed record CodeDescription(string Href);

internal enum DiagnosticSeverity
{
    Error = 1,
    Warning = 2,
    Information = 3,
    Hint = 4,
}

internal sealed record RelatedInformation(Location Location, string Message);
