using System.Collections.Immutable;
using AirsPolicy.Language.Analysis.Claims;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Evaluation.Explanations;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Reasoning;
using AirsPolicy.Language.Reasoning.Rules;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Analysis;

/// <summary>
/// What the analyses of one policy share: its model, the date they are asked as of, and the files behind the model's places.
/// </summary>
/// <param name="bound">What binding gave, with a model.</param>
/// <param name="asOf">The day as of which dates are judged, or null where they are not.</param>
/// <param name="diagnostics">Where findings go.</param>
internal sealed class AnalysisContext(PolicyAnalysis bound, DateOnly? asOf, DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, SyntaxTree> _files = FilesOf(bound.Packages);

    private const int LongestQuote = 60;

    private readonly SourceTexts _texts = new(bound.Model!.Sources);
    private readonly Dictionary<RuleModel, ConditionReasoning?> _reasonings = new(ReferenceEqualityComparer.Instance);
    private readonly OpenConditions _open = new(bound.Model!);
    private ImmutableArray<IGrouping<RuleModel, WrittenRule>>? _rules;
    private bool? _sets;

    public PolicyModel Model { get; } = bound.Model!;

    /// <summary>What the analyses did not look at.</summary>
    public LeftOut LeftOut { get; } = new();

    /// <summary>Which rules can fire at all.</summary>
    public RuleReach Reach => field ??= new(Model, AsOf, LeftOut);

    /// <summary>What is wrong with claims.</summary>
    public ClaimFaults Claims => field ??= new(Model, Reach);

    /// <summary>The rules of the package's own files, each with its forms at all points where it stands.</summary>
    public ImmutableArray<IGrouping<RuleModel, WrittenRule>> Rules => _rules ??= [.. WrittenRule.Of(Model)];

    private static Dictionary<string, SyntaxTree> FilesOf(ImmutableArray<PackageSymbol> packages)
    {
        var files = new Dictionary<string, SyntaxTree>(StringComparer.Ordinal);
        foreach (var package in packages)
        {
            foreach (var tree in package.Syntax.Trees)
                files.TryAdd(package.PathOf(tree.Source), tree);
        }
        return files;
    }

    /// <summary>
    /// What can be said of the condition of a rule, worked out once for all analyses; null where there is nothing to find out.
    /// </summary>
    public ConditionReasoning? ReasoningOf(RuleModel rule)
    {
        if (!_reasonings.TryGetValue(rule, out var reasoning))
            _reasonings.Add(
                rule,
                reasoning =
                    rule.Condition is null || _open.Contains(rule.Condition) ? null : new ConditionReasoning(Model, rule.Condition, LeftOut)
            );
        return reasoning;
    }

    /// <summary>Why no request makes a rule fire, at none of its points; null where one may.</summary>
    public IReadOnlyList<Expression>? ConflictOf(IEnumerable<WrittenRule> forms)
    {
        IReadOnlyList<Expression>? first = null;
        foreach (var form in forms)
        {
            if (ReasoningOf(form.Rule)?.Conflict is not { } conflict)
                return null;
            first ??= conflict;
        }
        return first;
    }

    /// <summary>An expression as it is written, in quotes and on one line; a long one by its beginning.</summary>
    public string Quoted(Expression expression)
    {
        var text = string.Join(' ', _texts.At(expression.Place).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= LongestQuote ? $"'{text}'" : $"'{text[..LongestQuote]}…'";
    }

    /// <summary>The package that is analysed, with all that it takes in.</summary>
    public ImmutableArray<PackageSymbol> Packages { get; } = bound.Packages;

    /// <summary>The declarations that something in force uses; what tests, proofs and unused lets name does not count.</summary>
    public IReadOnlySet<SyntaxNode> Used { get; } = bound.Used;

    /// <summary>The day as of which dates are judged (<see cref="DateOnly.DayNumber"/>), or null where they are not.</summary>
    public int? AsOf { get; } = asOf?.DayNumber;

    /// <summary>The file and span of a place in the model.</summary>
    public (SourceText Source, TextSpan Span) Find(SourcePlace place)
    {
        var source = _files[place.File].Source;
        return (source, new TextSpan(source.FromNormalized(place.Start), source.FromNormalized(place.End)));
    }

    /// <summary>
    /// Whether something is to be looked at with this package: it stands in its own files, or may mean something else here because somebody
    /// sets a parameter. What others wrote is looked at with the package that it stands in.
    /// </summary>
    public bool IsLookedAt(SourcePlace place) => SetsParameters || Packages[0].Syntax.Trees.Contains(_files[place.File]);

    private bool SetsParameters => _sets ??= Packages.Any(package =>
        package.Syntax.Trees.Any(tree => tree.Root.Declarations.Any(declaration => declaration is SetDeclarationSyntax)));

    /// <summary>The declaration in which a place lies, or null.</summary>
    public DeclarationSyntax? DeclarationAt(SourcePlace place)
    {
        var (_, span) = Find(place);
        return _files[place.File]
            .Root.Declarations.FirstOrDefault(declaration => declaration.Span.Start <= span.Start && span.End <= declaration.Span.End);
    }

    public void Report(
        DiagnosticDescriptor descriptor,
        SourcePlace place,
        ImmutableArray<DiagnosticFix> fixes,
        params ReadOnlySpan<string> arguments)
    {
        var (source, span) = Find(place);
        Report(descriptor, source, span, fixes, arguments);
    }

    public void Report(
        DiagnosticDescriptor descriptor,
        SourceText source,
        TextSpan span,
        ImmutableArray<DiagnosticFix> fixes,
        params ReadOnlySpan<string> arguments
    ) => diagnostics.Add(new Diagnostic(descriptor, source, span, [.. arguments]) { Fixes = fixes });

    public void Report(
        DiagnosticDescriptor descriptor,
        SourceText source,
        TextSpan span,
        ImmutableArray<DiagnosticFix> fixes,
        ImmutableArray<RelatedLocation> related,
        params ReadOnlySpan<string> arguments
    ) => diagnostics.Add(new Diagnostic(descriptor, source, span, [.. arguments]) { Fixes = fixes, Related = related });
}
