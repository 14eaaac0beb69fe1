using System.Collections.Immutable;
using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Model.Origins;
using AirsPolicy.Language.Semantics.Data;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Expressions;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Semantics.Governance;
using AirsPolicy.Language.Semantics.Judges;
using AirsPolicy.Language.Semantics.Pace;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Semantics;

/// <summary>
/// What is known while a package is bound, and where findings go. A phase returns what later phases know as another context, which
/// collects into the same lists.
/// </summary>
/// <param name="Root">The package that is bound.</param>
/// <param name="Diagnostics">Where findings go.</param>
internal sealed record BindingContext(PackageSymbol Root, DiagnosticBag Diagnostics)
{
    private readonly HashSet<(string Code, SourceText Source, TextSpan Span)> _reported = [];
    private SourceText? _placed;
    private string _placedFile = "";
    private int _placedLine;
    private ValueList<Expression?>? _toolClasses;
    private readonly bool _nameless = Root.All().Any(package => package.HasNameless);

    // Names that were refused for their characters.
    private readonly HashSet<string> _foreign =
    [
        .. Diagnostics
            .ToSorted()
            .Where(found => found.Code == LexicalDiagnostics.NameCharacter.Code)
            .Select(found => found.Source.Slice(found.Span).ToString()),
    ];

    /// <summary>The packages whose controls are in force.</summary>
    public ImmutableArray<PackageSymbol> InForce { get; } = Root.InForce();

    /// <summary>
    /// Where references and scopes go, or null where no editor asks for them: they are most of what there is to write down of a rule.
    /// </summary>
    public EditorNotes? Notes { get; init; }

    /// <summary>The tools in the order of the tool enum; known before the first expression is bound.</summary>
    public ImmutableArray<DeclaredTool> Tools { get; init; } = [];

    /// <summary>The class of each tool, in the order of the tools; one list for all tables that look one up.</summary>
    public ValueList<Expression?> ToolClasses => _toolClasses ??= Tools.Select(tool => (Expression?)ClassOf(tool)).ToValueList();

    /// <summary>The class of a declared tool as a value.</summary>
    public ConstantExpression ClassOf(string tool) => ClassOf(Tools.First(declared => declared.Name == tool));

    /// <summary>The parameters bound so far; null for one whose declaration is wrong.</summary>
    public Dictionary<Symbol, BoundParam?> Params { get; private init; } = [];

    /// <summary>The facts of every point; known before the first rule is bound.</summary>
    public FactTable? Table { get; init; }

    /// <summary>The charts in force; known before the first rule is bound.</summary>
    public ImmutableArray<DeclaredChart> Charts { get; init; } = [];

    /// <summary>What rules ask of the past.</summary>
    public AggregateSet Aggregates { get; } = new();

    /// <summary>The limits bound so far; the place in the list is the number.</summary>
    public List<LimitModel> Limits { get; } = [];

    /// <summary>Where parameters are read in expressions; one that a let is worked in for is one place.</summary>
    public HashSet<ReadParam> ParamUses { get; } = [];

    /// <summary>
    /// What constants are that no expression of the model holds, by their places; one that a let is worked in for may be several things.
    /// </summary>
    public HashSet<ParamUseModel> Given { get; } = [];

    /// <summary>
    /// What is bound decides nothing: a test, a proof, or a let that nothing uses. Parameters in it are not held to their direction.
    /// </summary>
    public bool IsAside { get; init; }

    /// <summary>Notes what a value is that is taken as it stands, with all that may stand there for another tier.</summary>
    public void Give(Expression value, ParamRole role, string? detector = null)
    {
        switch (value)
        {
            case ConstantExpression:
                Given.Add(new ParamUseModel(value.Place, role, detector));
                break;
            case NamedExpression named:
                Give(named.Body, role, detector);
                break;
            case TableExpression table:
                foreach (var entry in table.Values.OfType<Expression>())
                    Give(entry, role, detector);
                break;
        }
    }

    /// <summary>The declared types bound so far; null for one whose declaration is wrong.</summary>
    public Dictionary<Symbol, BoundShape?> Types { get; private init; } = [];

    /// <summary>
    /// The tables of data of all packages, known before the first rule is bound; null for one whose rows are declared wrongly.
    /// </summary>
    public Dictionary<Symbol, BoundData?> Data { get; private init; } = [];

    /// <summary>The tools of each group.</summary>
    public Dictionary<Symbol, ImmutableArray<Symbol>> Groups { get; private init; } = [];

    /// <summary>The qualified names of the tables of data that something looks values up in.</summary>
    public HashSet<string> AskedData { get; } = new(StringComparer.Ordinal);

    /// <summary>The detectors of all packages; known before the first rule is bound.</summary>
    public DetectorSet? Detectors { get; init; }

    /// <summary>The queues, by qualified name; known before the first rule is bound.</summary>
    public SortedList<string, QueueModel> Queues { get; private init; } = new(StringComparer.Ordinal);

    /// <summary>The judges, by qualified name; known before the first rule is bound.</summary>
    public SortedList<string, DeclaredJudge> Judges { get; private init; } = new(StringComparer.Ordinal);

    /// <summary>Where values can have come from; known before the first expression is bound.</summary>
    public EnumShape Origins { get; init; } = OriginKinds.Shape([]);

    /// <summary>Where the facts that policies declare stand, by their name; empty for everywhere.</summary>
    public Dictionary<string, ImmutableArray<string>> DeclaredFacts { get; private init; } = new(StringComparer.Ordinal);

    /// <summary>The declarations that something in force uses; what tests, proofs and unused lets name does not count.</summary>
    public HashSet<SyntaxNode> Used { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The lets that were worked in somewhere; those left are checked by themselves.</summary>
    public HashSet<SyntaxNode> UsedLets { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The lets that were found to be defined by themselves; one circle is one mistake.</summary>
    public HashSet<SyntaxNode> RecursiveLets { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>What was found out on the way.</summary>
    public HashSet<BindingMark> Marks { get; } = [];

    /// <summary>The value of a parameter is being bound: it is written down and hangs on no other parameter.</summary>
    public bool IsBindingParam { get; init; }

    /// <summary>The quoted names that the host binds.</summary>
    public HashSet<HostBinding> Hosts { get; } = [];

    /// <summary>The files that were read beside the policy files, by their path behind the name of the package.</summary>
    public SortedList<string, string> Files { get; } = new(
        Root.All().SelectMany(CatalogueFiles).DistinctBy(file => file.Key).ToDictionary(StringComparer.Ordinal),
        StringComparer.Ordinal);

    /// <summary>The system's tier that <c>tier</c> alone means, or null where none is declared.</summary>
    public BoundTier? Tier { get; init; }

    /// <summary>The schemes of all packages; null for one that is declared wrongly.</summary>
    public Dictionary<Symbol, BoundScheme?> Schemes { get; private init; } = [];

    /// <summary>The tiers in which the system stands, in the order written.</summary>
    public List<BoundStatus> Statuses { get; private init; } = [];

    /// <summary>Whether something was found out.</summary>
    public bool Has(BindingMark mark) => Marks.Contains(mark);

    /// <summary>Notes that something uses a declaration.</summary>
    public void Use(SyntaxNode declaration)
    {
        if (!IsAside)
            Used.Add(declaration);
    }

    /// <summary>Notes that something reads a fact or queue by its name, which all packages share.</summary>
    public void UseShared(string name, SymbolKind kind)
    {
        if (Root.Members.TryGetValue(name, out var symbol) && symbol.Kind == kind)
            Use(symbol.Syntax);
    }

    /// <summary>A context that knows the same and whose findings nobody sees: to ask what an expression would mean.</summary>
    /// <param name="notes">Where it notes what names stand for, or null.</param>
    public BindingContext Trial(EditorNotes? notes = null) => new(Root, new DiagnosticBag())
    {
        Notes = notes,
        Tools = Tools,
        Charts = Charts,
        Queues = Queues,
        Judges = Judges,
        Detectors = Detectors,
        Tier = Tier,
        Schemes = Schemes,
        Statuses = Statuses,
        Params = new(Params),
        Types = new(Types),
        Data = Data,
        Groups = Groups,
        DeclaredFacts = DeclaredFacts,
        Table = Table,
        Origins = Origins,
    };

    private static ConstantExpression ClassOf(DeclaredTool tool) =>
        new((long)FactShapes.ToolClass.IndexOf(tool.Class), FactShapes.ToolClass, tool.Place);

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
    public void ReportUnknown(
        DiagnosticDescriptor descriptor,
        SourceText source,
        TextSpan span,
        string written,
        IEnumerable<string> known,
        params ReadOnlySpan<string> leading) => ReportUnknown(descriptor, source, span, written, known, static _ => true, leading);

    /// <summary>The same where writing the nearest name may be the next mistake.</summary>
    /// <param name="mends">Whether all is well with a name; else it is named and not offered as a fix.</param>
    public void ReportUnknown(
        DiagnosticDescriptor descriptor,
        SourceText source,
        TextSpan span,
        string written,
        IEnumerable<string> known,
        Func<string, bool> mends,
        params ReadOnlySpan<string> leading)
    {
        // A declaration without its name has its own diagnostic; the names that are missing are probably its own.
        if (_nameless)
            return;
        var nearest = Spelling.Nearest(written, known);
        // A name with foreign characters has its diagnostic where it stands, and nobody is told to write another one like it.
        if (_foreign.Contains(written) || (nearest is not null && _foreign.Contains(nearest)))
            return;
        Report(new Diagnostic(descriptor, source, span, [.. leading, Suggestion.DidYouMean(nearest)])
        {
            Fixes = nearest is null || !mends(nearest) ? [] : [Suggestion.Replace(span, nearest)],
        });
    }

    /// <summary>
    /// Binds one declaration. Where that fails by a fault of ours, the fault is a finding, this declaration is left out, and the others
    /// are bound.
    /// </summary>
    /// <param name="place">Where the declaration says its name.</param>
    /// <returns>What came of it, or nothing.</returns>
    public IEnumerable<T> Guarded<T>(SyntaxToken place, Func<T> bind)
    {
        try
        {
            return [bind()];
        }
        catch (Exception fault)
        {
            Marks.Add(BindingMark.LeftOut);
            Report(FaultDiagnostics.Of($"The check of '{place.Text.Trim('"')}'", fault, place.Source, place.Span));
            return [];
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

    // They are read before names are, since ids come from them.
    private static IEnumerable<KeyValuePair<string, string>> CatalogueFiles(PackageSymbol package) =>
        from taken in package.TakenCatalogues
        where taken.File is not null
        select KeyValuePair.Create($"{package.Name}/{((TextLiteral)taken.Named.Literal!).Value}", taken.File);

    /// <summary>The place in the model of a span in a file.</summary>
    public SourcePlace Place(PackageSymbol package, SourceText source, TextSpan span)
    {
        // Every part of a rule has a place, most on the line of the part before.
        if (!ReferenceEquals(source, _placed))
            (_placed, _placedFile, _placedLine) = (source, package.PathOf(source), 0);
        _placedLine = source.LineOf(span.Start, _placedLine);
        var column = span.Start - source.StartOf(_placedLine);
        // In the text that the bundle carries, so that line ends change nothing.
        return new SourcePlace(_placedFile, source.ToNormalized(span.Start), source.ToNormalized(span.End), _placedLine + 1, column + 1);
    }
}

/// <summary>A place where a parameter is read.</summary>
internal sealed record ReadParam(Symbol Param, SourcePlace Place);
