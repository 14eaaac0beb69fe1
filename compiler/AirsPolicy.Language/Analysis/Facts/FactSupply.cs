using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Language.Analysis.Facts;

/// <summary>
/// Who gives the facts of a decision point, and what they mean: the tables of the language, what a policy declares, and the providers that
/// its manifest lists.
/// </summary>
internal sealed class FactSupply
{
    private static readonly FactSupplier s_runtime = new(FactSupplierKind.Runtime);

    private readonly PolicyModel _model;
    private readonly string _point;
    private readonly DecisionPoint? _table;
    private readonly Dictionary<string, PointFact> _known;
    private readonly Dictionary<string, string> _declared;

    public FactSupply(PolicyModel model, string point, Dictionary<string, string> declared)
    {
        _model = model;
        _point = point;
        _declared = declared;
        _table = DecisionPoints.Find(point);
        // What a point has itself stands over what all have.
        _known = CommonFacts.All.Append(CommonFacts.System).Concat(_table?.Facts ?? []).GroupBy(fact => fact.Name, StringComparer.Ordinal)
            .ToDictionary(named => named.Key, named => named.Last(), StringComparer.Ordinal);
    }

    /// <summary>What the declarations of a policy's own facts say above them, by name.</summary>
    public static Dictionary<string, string> Declared(PolicyModel model)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in model.Sources.Where(source => source.Path.EndsWith(".airs", StringComparison.Ordinal)))
        {
            foreach (
                var declaration in SyntaxTree
                    .Parse(SourceText.From(file.Content, file.Path))
                    .Root.Declarations.OfType<FactDeclarationSyntax>())
            {
                if (DeclaredNames.NameOf(declaration) is { } named && declaration.Documentation is { Length: > 0 } text)
                    texts.TryAdd(named.Name.Text, text.ReplaceLineEndings(" "));
            }
        }
        return texts;
    }

    /// <summary>Who gives the fact that a path leads to.</summary>
    public FactSupplier Of(ValueList<string> path)
    {
        var root = path[0];
        if (ClassifierFact.ClassifierOf(root) is { } classifier)
            return new FactSupplier(FactSupplierKind.Classifier, classifier);
        if (DrawFact.DrawnFor(root) is not null)
            return s_runtime;
        if (_model.Judges.FirstOrDefault(judge => IsOf(judge.Name, root)) is { } asked)
            return new FactSupplier(FactSupplierKind.Judge, asked.Name);
        if (_model.Providers.FirstOrDefault(provider => provider.Fact == root) is { } given)
            return new FactSupplier(FactSupplierKind.Provider, given.Provider, given.Within);
        if (IsOfRuntime(path))
            return s_runtime;
        if (_known.TryGetValue(root, out var fact))
            return new FactSupplier(fact.GiverAt(_point) == FactGiver.SomeHosts ? FactSupplierKind.SomeHosts : FactSupplierKind.EveryHost);
        return new FactSupplier(
            root is "tool" or "args" or "result" && _table is { HasTool: true } ? FactSupplierKind.EveryHost : FactSupplierKind.Application
        );
    }

    /// <summary>Whether the runtime puts a record there, for a member that it gives itself.</summary>
    public bool GivesPartOf(ValueList<string> path) =>
        path is [var root] && (_known.GetValueOrDefault(root)?.OfRuntime.Count > 0 || (root == "pace" && _model.Charts.Count > 0));

    /// <summary>What a fact means; empty where nobody says.</summary>
    public string SummaryOf(ValueList<string> path)
    {
        if (path is [var group, .., var reading]
            && Readings.All.FirstOrDefault(known => known.Group == group && known.Name == reading) is { } found
            && Readings.Points.Contains(_point))
            return found.Range.Length == 0 ? found.Summary : $"{found.Summary[..^1]}: {found.Range}.";
        return path is not [var root] ? "" : _declared.GetValueOrDefault(root) ?? FactDocumentation.Of(_table, root) ?? "";
    }

    private bool IsOfRuntime(ValueList<string> path) =>
        path switch
        {
            ["breaker", ..] => true,
            ["session", "labels"] => _model.Contents.Count > 0,
            ["run", "followed" or "missing"] => _model.Agents?.Runs.Count > 0,
            ["pace", "ages", ..] => true,
            ["pace", "layers_at_emergency" or "silent"] => _model.Charts.Count > 0,
            ["pace", "age"] => _model.Charts.Any(chart => chart.Name == ChartDefinition.System),
            ["pace", var layer] => _model.Charts.Any(chart => chart.Name == layer),
            [var root] => _known.GetValueOrDefault(root)?.Giver == FactGiver.Runtime,
            [var root, var member, ..] => _known.GetValueOrDefault(root) is { } fact
                && (fact.Giver == FactGiver.Runtime || fact.OfRuntime.Contains(member)),
            _ => false,
        };

    private static bool IsOf(string judge, string root) =>
        root == JudgeFact.Unanswered(judge)
        || root == JudgeFact.Answer(judge)
        || root.StartsWith(JudgeFact.Answer(judge) + ":", StringComparison.Ordinal);
}
