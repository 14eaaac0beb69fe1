using System.Globalization;
using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Semantics.Patterns;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Detectors.Learned;
using AirsPolicy.Text.Scores;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>Binds a <c>detector</c>.</summary>
internal sealed class DetectorBinder(BindingContext context, Symbol symbol)
{
    // What a detector searches that names no view.
    private static readonly string[] s_usual = ["plain", "folded"];

    private static readonly Memo<string, WeightsProblem> s_weights = new(content => new WeightsProblem(WeightsFile.ProblemOf(content)));

    // Whatever a policy takes from the library that ships was checked when it was made, and would be read anew by every command.
    private readonly bool _isShipped = symbol.Package.Syntax.IsShipped;
    private readonly List<DetectorItem> _items = [];
    private readonly List<DetectorItem> _exceptions = [];
    private readonly List<string> _views = [];
    private ScoreMethod _score = ScoreMethod.Max;
    private int? _foundAt;
    private bool _hasClassifier;
    private long? _timeout;
    private Effect? _onError;

    /// <summary>The definition; what is wrong in it is reported and left out.</summary>
    public BoundDetector Bind()
    {
        var syntax = (DetectorDeclarationSyntax)symbol.Syntax;
        var clauses = new ClauseSet(context, symbol.Name);
        if (DetectorLookup.BuiltInLike(symbol) is { } builtIn)
            context.Report(
                ControlDiagnostics.BuiltInDetector,
                symbol.Declaration.Source,
                symbol.Declaration.Span,
                symbol.QualifiedName,
                builtIn);
        foreach (var member in syntax.Block.Members)
            BindMember(member, clauses);
        if (_items.Count == 0 && !syntax.Block.Members.OfType<MatchMemberSyntax>().Any())
            context.Report(ControlDiagnostics.EmptyDetector, symbol.Declaration.Source, symbol.Declaration.Span, symbol.Name);
        CheckClassifiers(syntax);
        var definition = new DetectorDefinition(
            symbol.QualifiedName,
            _views.Count == 0 ? [.. s_usual] : _views.ToValueList(),
            _items.ToValueList(),
            _exceptions.ToValueList(),
            _score,
            _foundAt);
        return new BoundDetector(symbol, definition, _timeout, _onError is null ? [] : [_onError]);
    }

    private void CheckClassifiers(DetectorDeclarationSyntax syntax)
    {
        var name = symbol.Declaration;
        if (_items.FirstOrDefault(item => item.Kind == DetectorItemKind.Classifier) is { } classifier)
        {
            if (_foundAt is null)
                context.Report(
                    ControlDiagnostics.MisusedClassifier,
                    name.Source,
                    name.Span,
                    classifier.Content,
                    $"; say from which score on '{symbol.Name}' has found something, as in 'found at 80%'");
        }
        if (_hasClassifier)
            return;
        foreach (var member in syntax.Block.Members.Where(member => member is TimeoutMemberSyntax or OnErrorMemberSyntax))
        {
            context.Report(
                new Diagnostic(
                    ControlDiagnostics.ClauseOfClassifiers,
                    name.Source,
                    member.Span,
                    [symbol.Name, member is TimeoutMemberSyntax ? "timeout" : "on error"])
                {
                    Fixes = [new DiagnosticFix("Take it out", [new TextEdit(member.Span, "")])],
                }
            );
        }
    }

    private void BindClassifier(SyntaxToken name, int weight, List<DetectorItem> into)
    {
        _hasClassifier = true;
        if (name.Literal is not TextLiteral classifier)
            return;
        if (into == _exceptions)
            context.Report(
                ControlDiagnostics.MisusedClassifier,
                name.Source,
                name.Span,
                classifier.Value,
                ", so it takes no match back; name it behind 'match'");
        else if (classifier.Value.Length == 0)
            context.Report(
                NameDiagnostics.Mismatch,
                name.Source,
                name.Span,
                "the name by which the host knows a classifier",
                "an empty text");
        else
            into.Add(new DetectorItem(DetectorItemKind.Classifier, classifier.Value, IgnoreCase: false, weight));
    }

    private void BindTimeout(SyntaxToken number)
    {
        if (number.Literal is not DurationLiteral time)
        {
            if (!number.IsMissing)
                context.Report(NameDiagnostics.Mismatch, number.Source, number.Span, "a duration such as 200ms", "another kind of number");
        }
        else if (time.Ticks <= 0)
        {
            context.Report(ControlDiagnostics.NotPositive, number.Source, number.Span, "The time");
        }
        else
        {
            _timeout = time.Ticks;
        }
    }

    private void BindMember(MemberSyntax member, ClauseSet clauses)
    {
        switch (member)
        {
            case PathsMemberSyntax { Keyword.Keyword: Keyword.View } view when clauses.First("view", view):
                foreach (var path in view.Paths)
                    BindView(path);
                break;
            case MatchMemberSyntax match:
                var weight = BindWeight(match.Weighs);
                foreach (var item in match.Items)
                    BindItem(item, weight, _items);
                break;
            case ExceptMemberSyntax except:
                foreach (var item in except.Items)
                    BindItem(item, (int)Millionths.Whole, _exceptions);
                break;
            case NameMemberSyntax { Keyword.Keyword: Keyword.Score } score when clauses.First("score", score):
                BindScore(score.Name);
                break;
            case FoundAtMemberSyntax found when clauses.First("found at", found):
                if (found.Number.Literal is ShareLiteral share)
                    _foundAt = share.Millionths;
                else if (!found.Number.IsMissing)
                    context.Report(
                        NameDiagnostics.Mismatch,
                        found.Number.Source,
                        found.Number.Span,
                        "a share such as 60%",
                        "another kind of number");
                break;
            case TimeoutMemberSyntax timeout when clauses.First("timeout", timeout):
                BindTimeout(timeout.Duration);
                break;
            case OnErrorMemberSyntax error when clauses.First("on error", error):
                _onError = PostureBinder.Bind(context, symbol.Package, error) is FixedEffectModel known ? known.Effect : null;
                break;
        }
    }

    private void BindView(PathSyntax path)
    {
        if (!path.IsMissing && TextViews.KindOf(path.Text) is null)
            context.ReportUnknown(ControlDiagnostics.UnknownView, path.Parts[0].Source, path.Span, path.Text, TextViews.Names, path.Text);
        else if (!_views.Contains(path.Text))
            _views.Add(path.Text);
    }

    private int BindWeight(KeywordValueSyntax? weighs)
    {
        if (weighs is null)
            return (int)Millionths.Whole;
        var weight = ParamBinder.BindConstant(
            context,
            symbol.Package,
            weighs.Value,
            ShareShape.Instance,
            ParamRole.Weight,
            symbol.QualifiedName);
        return weight is null ? (int)Millionths.Whole : (int)(long)weight.Value;
    }

    private void BindItem(DetectorItemSyntax item, int weight, List<DetectorItem> into)
    {
        switch (item)
        {
            case LiteralItemSyntax { Literal: { Literal: TextLiteral term } token }:
                if (TermText.HasWord(term.Value))
                    into.Add(new DetectorItem(DetectorItemKind.Term, term.Value, IgnoreCase: true, weight));
                else
                    context.Report(ControlDiagnostics.EmptyTerm, token.Source, token.Span, term.Value);
                break;
            case LiteralItemSyntax { Literal: { Literal: PatternLiteral pattern } token }:
                if (ReadPattern(token.Source, pattern) is { } content)
                    into.Add(new DetectorItem(DetectorItemKind.Pattern, content, pattern.IgnoreCase, weight));
                break;
            case SourceItemSyntax { Keyword.Text: "weights" } source:
                if (ReadWeights(source.Text) is { } weights)
                    into.Add(new DetectorItem(DetectorItemKind.Weights, weights, IgnoreCase: false, weight));
                break;
            case SourceItemSyntax { Keyword.Text: "file" } source:
                BindFile(source.Text, weight, into);
                break;
            case SourceItemSyntax { Keyword.Text: "classifier" } source:
                BindClassifier(source.Text, weight, into);
                break;
            case DetectorReferenceItemSyntax { Path: { IsMissing: false } path }:
                if (DetectorLookup.Resolve(context, symbol.Package, path.Parts[0].Source, path.Text, path.Span, path.Parts[^1]) is { } name)
                    into.Add(new DetectorItem(DetectorItemKind.Detector, name, IgnoreCase: false, weight));
                break;
        }
    }

    private string? ReadPattern(SourceText source, PatternLiteral pattern)
    {
        if (_isShipped)
            return source.Slice(pattern.Content).ToString();
        var content = PatternReader.Read(context, source, pattern, out var facts);
        if (content is not null && facts!.ReadsWholeText)
            context.Report(ControlDiagnostics.PatternWithoutLiteral, source, pattern.Content, "this pattern");
        return content;
    }

    // The lines of the file are items as if they were written here.
    private void BindFile(SyntaxToken file, int weight, List<DetectorItem> into)
    {
        if (file.Literal is not TextLiteral path)
            return;
        IReadOnlyList<TermFileItem> items = [];
        if (context.TryRead(symbol.Package, path.Value, out var content, out var problem))
        {
            var terms = TermFile.Of(content, checks: !_isShipped);
            (items, problem) = (terms.Items, terms.Problem!);
        }
        if (items.Count == 0)
            context.Report(ControlDiagnostics.UnusableTerms, file.Source, file.Span, path.Value, problem);
        foreach (var item in items)
        {
            into.Add(new DetectorItem(item.Kind, item.Content, item.IgnoreCase, weight));
            if (item.ReadsWholeText)
                context.Report(
                    ControlDiagnostics.PatternWithoutLiteral,
                    file.Source,
                    file.Span,
                    string.Create(CultureInfo.InvariantCulture, $"the pattern in line {item.Line} of '{path.Value}'"));
        }
    }

    private string? ReadWeights(SyntaxToken file)
    {
        if (file.Literal is not TextLiteral path)
            return null;
        if (!context.TryRead(symbol.Package, path.Value, out var content, out var problem)
            || (!_isShipped && (problem = s_weights.Of(content).Clause) is not null))
        {
            context.Report(ControlDiagnostics.UnusableWeights, file.Source, file.Span, path.Value, problem);
            return null;
        }
        return content;
    }

    private void BindScore(SyntaxToken name)
    {
        switch (name.Text)
        {
            case "max":
                _score = ScoreMethod.Max;
                break;
            case "total":
                _score = ScoreMethod.Sum;
                break;
            case "noisy_or":
                _score = ScoreMethod.NoisyOr;
                break;
            case "":
                break;
            default:
                context.ReportUnknown(
                    ControlDiagnostics.UnknownScore,
                    name.Source,
                    name.Span,
                    name.Text,
                    ["max", "total", "noisy_or"],
                    name.Text);
                break;
        }
    }

    // Why a text is no weights file, or null.
    private sealed record WeightsProblem(string? Clause);
}
