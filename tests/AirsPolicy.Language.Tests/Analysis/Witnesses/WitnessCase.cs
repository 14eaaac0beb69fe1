using System.Text.Json.Nodes;
using AirsPolicy.Collections;
using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Comparison.Search;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Tests.Corpus;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Tests.Analysis.Witnesses;

/// <summary>A corpus file with what an analysis finds in it, and requests made up from its rules to see whether that is so.</summary>
internal sealed class WitnessCase : IPackageLocator
{
    private const int MostOfOneRule = 60;

    private readonly VersionPair _pair = null!;

    public WitnessCase(string file)
        : this(file, CorpusFile.Read(File.ReadAllText(Path.Combine(RepositoryFolder.Corpus("diagnostics"), file))).Clean)
    {
    }

    private WitnessCase(string file, string content)
    {
        Source = SourceText.From(content, file);
        var tree = SyntaxTree.Parse(Source);
        var package = new PackageSyntax(
            tree.Root.Header.Path.Text,
            [tree],
            new FolderFiles(Path.Combine(RepositoryFolder.Corpus("diagnostics"), file[..8])));
        Found = [.. PolicyAnalyzer.Analyze(package, this).Diagnostics.Where(diagnostic => diagnostic.Code == file[..8])];
        if (PolicyBinder.Bind(package, this).Model is not { } model)
            return;
        (Model, Interpreter) = (model, new PolicyInterpreter(model));
        _pair = new VersionPair(model, model, DateOnly.FromDateTime(VirtualClock.Start));
    }

    /// <summary>The same file with something else in it.</summary>
    public WitnessCase Changed(string content) => new(Source.Path, content);

    public SourceText Source { get; }

    /// <summary>What the analysis finds.</summary>
    public IReadOnlyList<Diagnostic> Found { get; }

    /// <summary>The policy; nothing where it is the binder that finds what is wrong.</summary>
    public PolicyModel Model { get; } = null!;

    /// <inheritdoc cref="Model"/>
    public PolicyInterpreter Interpreter { get; } = null!;

    /// <summary>The rules that are written round a place, each at every point where it stands.</summary>
    public IEnumerable<(ControlModel Control, PlacementModel Placement, RuleModel Rule)> RulesAt(Diagnostic found) =>
        Rules().Where(rule => rule.Rule.Place.Start <= found.Span.Start && found.Span.End <= rule.Rule.Place.End);

    /// <summary>The rules that begin in a line.</summary>
    public IEnumerable<(ControlModel Control, PlacementModel Placement, RuleModel Rule)> RulesInLine(int line) =>
        Rules().Where(rule => rule.Rule.Place.Line == line);

    /// <summary>
    /// Requests made up for a rule: ones that it should fire on, ones that it should not, and one in which nothing is remarkable.
    /// </summary>
    public IEnumerable<(string Point, JsonObject Facts)> Requests(PlacementModel placement, RuleModel rule)
    {
        var any = Model.Layouts.First(layout => layout.Point == placement.Point).Tools is [var first, ..] ? first.WireName : null;
        foreach (
            var tool in placement.Tools.Select(tool => Model.Tools.First(declared => declared.Name == tool).WireName).DefaultIfEmpty(any))
        {
            var request = _pair.Find(placement.Point, tool)!;
            var harmless = request.Harmless();
            var scope = new RuleScope(_pair.Before, _pair.After, request, []);
            // Each part by itself too: what meets the whole may leave out where a part is asked.
            var drawn = rule.Condition is null
                ? []
                : Parts(rule.Condition)
                    .SelectMany(part =>
                        ConditionSearch
                            .Of(scope, part, true, harmless)
                            .Take(MostOfOneRule)
                            .Concat(ConditionSearch.Of(scope, part, false, harmless).Take(MostOfOneRule)));
            foreach (var facts in drawn.Prepend(harmless))
                yield return (placement.Point, facts);
        }
    }

    /// <summary>A request at a point in which nothing is remarkable.</summary>
    public JsonObject Harmless(string point, string? tool = null) => _pair.Find(point, tool)!.Harmless();

    /// <summary>All requests that are made up for rules, at their points.</summary>
    public IEnumerable<(string Point, JsonObject Facts)> Requests() => Rules().SelectMany(rule => Requests(rule.Placement, rule.Rule));

    /// <summary>The control of a bare name.</summary>
    public ControlModel Control(string name) => Model.Controls.First(control => control.Id.EndsWith($".{name}", StringComparison.Ordinal));

    private static IEnumerable<Expression> Parts(Expression condition) => condition switch
    {
        NamedExpression named => Parts(named.Body),
        NotExpression not => Parts(not.Operand),
        LogicalExpression logical => Parts(logical.Left).Concat(Parts(logical.Right)).Prepend(condition),
        _ => [condition],
    };

    /// <summary>The requests of a rule on which it fires.</summary>
    public IReadOnlyList<(string Point, string Facts, Decision Decision)> Fired(
        (ControlModel Control, PlacementModel Placement, RuleModel Rule) rule) =>
        [
            .. from request in Requests(rule.Placement, rule.Rule)
            let facts = request.Facts.ToJsonString()
            let decision = Interpreter.Decide(request.Point, facts)
            where Fires(decision, rule.Control, rule.Rule)
            select (request.Point, facts, decision),
        ];

    public static bool Fires(Decision decision, ControlModel control, RuleModel rule) =>
        decision.Fired.Any(fired => fired.Failure is null && fired.Origin.Control == control.Id && fired.Origin.Ordinal == rule.Ordinal);

    /// <summary>The policy with its rules changed.</summary>
    public PolicyModel With(Func<ControlModel, RuleModel, RuleModel?> change) => Model with
    {
        Controls = Model.Controls.Select(control => control with
        {
            Placements = control.Placements.Select(placement => placement with { Rules = placement.Rules.Select(rule => change(control, rule)).OfType<RuleModel>().ToValueList() }).ToValueList(),
        }).ToValueList(),
    };

    /// <summary>What a decision comes to, whoever brought it about.</summary>
    public static Decision Bare(Decision decision) => decision with { Fired = [], Detected = [] };

    public IReadOnlyCollection<string> Names => [];

    public PackageSyntax? Find(string name) => null;

    private IEnumerable<(ControlModel Control, PlacementModel Placement, RuleModel Rule)> Rules() =>
        from control in Model.Controls from placement in control.Placements from rule in placement.Rules select (control, placement, rule);

    private sealed class FolderFiles(string folder) : IPackageFiles
    {
        public bool TryRead(string path, out string? content, out string? problem)
        {
            var full = Path.Combine(folder, path);
            content = File.Exists(full) ? File.ReadAllText(full) : null;
            problem = content is null ? "there is no such file" : null;
            return content is not null;
        }
    }
}
