using System.Collections.Immutable;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Diagnostics;

/// <summary>Collects the diagnostics of one pass, for one thread.</summary>
internal sealed class DiagnosticBag
{
    private readonly List<Diagnostic> _items = [];

    public int Count => _items.Count;

    /// <summary>Whether anything in the bag keeps the policy from being built.</summary>
    public bool HasErrors => _items.Exists(item => item.Severity == DiagnosticSeverity.Error);

    public void Add(Diagnostic diagnostic) => _items.Add(diagnostic);

    public void AddRange(IEnumerable<Diagnostic> diagnostics) => _items.AddRange(diagnostics);

    /// <summary>Adds a finding without fixes.</summary>
    public void Report(DiagnosticDescriptor descriptor, SourceText source, TextSpan span, params ReadOnlySpan<string> arguments) =>
        _items.Add(new Diagnostic(descriptor, source, span, [.. arguments]));

    /// <summary>Adds a finding with one fix.</summary>
    public void Report(
        DiagnosticDescriptor descriptor,
        SourceText source,
        TextSpan span,
        DiagnosticFix fix,
        params ReadOnlySpan<string> arguments) => _items.Add(new Diagnostic(descriptor, source, span, [.. arguments]) { Fixes = [fix] });

    /// <summary>The findings by file name and place; those at one place keep the order in which they were reported.</summary>
    public ImmutableArray<Diagnostic> ToSorted() =>
        [.. _items.OrderBy(item => item.Source.Name, StringComparer.Ordinal).ThenBy(item => item.Span.Start).ThenBy(item => item.Span.End)];
}
