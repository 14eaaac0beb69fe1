using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Text;

namespace AirsPolicy.Language.Semantics;

/// <summary>What every binder of one analysis shares: where findings, references and scopes go.</summary>
/// <param name="root">The package that is bound.</param>
/// <param name="diagnostics">Where findings go.</param>
internal sealed class BindingContext(PackageSymbol root, DiagnosticBag diagnostics)
{
    private readonly HashSet<(string Code, SourceText Source, TextSpan Span)> _reported = [];
    private readonly HashSet<(SourceText Source, TextSpan Span)> _referred = [];
    private readonly Dictionary<SourceText, string> _files = [];

    public PackageSymbol Root { get; } = root;

    public DiagnosticBag Diagnostics { get; } = diagnostics;

    public List<SymbolReference> References { get; } = [];

    public List<NameScope> Scopes { get; } = [];

    /// <summary>The tools in the order of the tool enum; known before the first expression is bound.</summary>
    public ImmutableArray<DeclaredTool> Tools { get; set; } = [];

    /// <summary>The parameters bound so far; null for one whose declaration is wrong.</summary>
    public Dictionary<Symbol, BoundParam?> Params { get; } = [];

    /// <summary>The quoted names that the host binds.</summary>
    public HashSet<HostBinding> Hosts { get; } = [];

    /// <summary>The files that were read beside the policy files, by their path behind the name of the package.</summary>
    public SortedDictionary<string, string> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>The rank of the system's tier on the framework's ladder, or null where none is declared.</summary>
    public int? Tier { get; set; }

    /// <summary>Reports a finding once: a rule that stands at several points is bound several times.</summary>
    public void Report(DiagnosticDescriptor descriptor, SourceText source, TextSpan span, params ReadOnlySpan<string> arguments)
    {
        if (_reported.Add((descriptor.Code, source, span)))
            Diagnostics.Report(descriptor, source, span, arguments);
    }

    /// <summary>Reports a finding that has a fix or related places, once.</summary>
    public void Report(Diagnostic diagnostic)
    {
        if (_reported.Add((diagnostic.Code, diagnostic.Source, diagnostic.Span)))
            Diagnostics.Add(diagnostic);
    }

    /// <summary>Reports a name that is not known, with the nearest of those that are.</summary>
    /// <param name="leading">The arguments of the message before its "did you mean".</param>
    public void ReportUnknown(DiagnosticDescriptor descriptor, SourceText source, TextSpan span, string written, IEnumerable<string> known, params ReadOnlySpan<string> leading)
    {
        var nearest = Spelling.Nearest(written, known);
        Report(new Diagnostic(descriptor, source, span, [.. leading, Suggestion.DidYouMean(nearest)])
        {
            Fixes = nearest is null ? [] : [Suggestion.Replace(span, nearest)],
        });
    }

    /// <summary>Notes what a name was taken for; the first meaning stands where a rule is bound several times.</summary>
    public void Refer(SyntaxToken token, SymbolKind kind, string name, Shape? shape, string? summary, Symbol? declaration = null)
    {
        if (!token.IsMissing && _referred.Add((token.Source, token.Span)))
        {
            References.Add(new SymbolReference(
                token.Source, token.Span, kind, name, shape is null ? null : ShapeText.Of(shape), summary ?? Documentation.Of(declaration),
                declaration?.Declaration.Source, declaration?.Declaration.Span ?? default));
        }
    }

    /// <summary>Reads a file that a package names in quotes, and notes that the policy depends on it.</summary>
    public bool TryRead(PackageSymbol package, string path, out string content, out string problem)
    {
        if (!package.Syntax.Files.TryRead(path, out var text, out var reason))
        {
            (content, problem) = ("", reason ?? "it cannot be read");
            return false;
        }
        (content, problem) = (text!, "");
        Files[$"{package.Name}/{path}"] = content;
        return true;
    }

    /// <summary>The place in the model of a span in a file.</summary>
    public SourcePlace Place(PackageSymbol package, SourceText source, TextSpan span)
    {
        if (!_files.TryGetValue(source, out var file))
            _files.Add(source, file = package.PathOf(source));
        var position = source.PositionOf(span.Start);
        // In the text that the bundle carries, so that line ends change nothing.
        return new SourcePlace(file, source.ToNormalized(span.Start), source.ToNormalized(span.End), position.Line + 1, position.Column + 1);
    }
}
