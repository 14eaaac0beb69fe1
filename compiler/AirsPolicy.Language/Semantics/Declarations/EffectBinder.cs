using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Semantics.Expressions;
using AirsPolicy.Language.Semantics.Judges;
using AirsPolicy.Language.Semantics.Names;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>Binds the effects of a rule at one point.</summary>
internal sealed class EffectBinder(BindingContext context, ExpressionBinder expressions)
{
    private ExpressionScope Scope => expressions.Scope;

    /// <summary>The effect, or null once its mistake is reported.</summary>
    public EffectModel? Bind(EffectSyntax syntax) => syntax switch
    {
        MissingEffectSyntax => null,
        FlagEffectSyntax flag => Fixed(new FlagEffect(Literals.Text(flag.Reason))),
        BlockEffectSyntax block => Fixed(new BlockEffect(Literals.Text(block.Message))),
        HaltEffectSyntax halt => BindHalt(halt),
        HoldEffectSyntax hold => BindHold(hold),
        AppendEffectSyntax append => NeedsText(append, "append") ? Fixed(new AppendEffect(Literals.Text(append.Text) ?? "")) : null,
        ReplaceEffectSyntax replace => NeedsText(replace, "replace") ? Fixed(new ReplaceEffect(Literals.Text(replace.Text) ?? "")) : null,
        CutEffectSyntax cut => BindCut(cut),
        DropEffectSyntax drop => BindDrop(drop),
        RedactEffectSyntax redact => BindRedact(redact),
        ReferenceEffectSyntax reference => BindReference(reference),
        HostEffectSyntax host => BindHost(host),
        DegradeEffectSyntax degrade => BindDegrade(degrade),
        _ => throw new System.Diagnostics.UnreachableException(syntax.ToString()),
    };

    private static FixedEffectModel Fixed(Effect effect) => new(effect);

    private void Report(DiagnosticDescriptor descriptor, SyntaxElement syntax, params ReadOnlySpan<string> arguments) =>
        context.Report(descriptor, Scope.Source, syntax.Span, arguments);

    private EffectModel? BindHalt(HaltEffectSyntax syntax)
    {
        var scope = syntax.Scope?.Text switch
        {
            "run" => HaltScope.Run,
            "agent" => HaltScope.Agent,
            "user" => HaltScope.User,
            "system" => HaltScope.System,
            _ => HaltScope.Session,
        };
        var message = Literals.Text(syntax.Message);
        if (syntax.For is null)
            return Fixed(new HaltEffect(scope, null, message));
        return BindTime(syntax.For.Value, ParamRole.GreaterIsStricter) switch
        {
            null => null,
            ConstantExpression given => Fixed(new HaltEffect(scope, (long)given.Value, message)),
            var time => new HaltEffectModel(scope, time, message),
        };
    }

    private EffectModel? BindHold(HoldEffectSyntax syntax)
    {
        var queue = NameLookup.Require(context, Scope.Package, syntax.Queue, SymbolKind.Queue);
        var otherwise = syntax.Otherwise is not null;
        if (syntax.Within is null)
            return queue is null ? null : Fixed(new HoldEffect(queue.QualifiedName, context.Queues[queue.QualifiedName].Sla, otherwise));
        var time = BindTime(syntax.Within.Value, ParamRole.LessIsStricter);
        return (queue, time) switch
        {
            (null, _) or (_, null) => null,
            (_, ConstantExpression given) => Fixed(new HoldEffect(queue.QualifiedName, (long)given.Value, otherwise)),
            _ => new HoldEffectModel(queue.QualifiedName, time, otherwise),
        };
    }

    private Expression? BindTime(ExpressionSyntax syntax, ParamRole role)
    {
        if (expressions.BindAs(syntax, DurationShape.Instance) is not { } time)
            return null;
        // A posture, which knows no facts, has a time for each tier.
        var known = Scope.Facts == NoFacts.Instance ? ParamBinder.KnownOf(time) ?? time : time;
        if (known is ConstantExpression)
            context.Give(time, role);
        time = known;
        if (time is not ConstantExpression { Value: long and <= 0 })
            return time;
        Report(ControlDiagnostics.NotPositive, syntax, "The time");
        return null;
    }

    private bool NeedsText(EffectSyntax syntax, string word)
    {
        if (Scope.Facts.Layout.PrimaryText.Count > 0)
            return true;
        Report(ControlDiagnostics.NoPrimaryText, syntax, word, Scope.Facts.Name);
        return false;
    }

    private PathExpression PrimaryText(SyntaxElement syntax) =>
        new(Scope.Facts.Layout.PrimaryText, TextShape.Instance, context.Place(Scope.Package, Scope.Source, syntax.Span));

    private EffectModel? BindCut(CutEffectSyntax syntax)
    {
        if (!NeedsText(syntax, "cut"))
            return null;
        var number = (syntax.Length as LiteralExpressionSyntax)?.Token.Literal;
        var limit = number switch
        {
            SizeLiteral size => (size.Bytes, CutUnit.Bytes),
            IntegerLiteral count => (count.Value, CutUnit.Characters),
            _ => (-1L, CutUnit.Characters),
        };
        if (limit.Item1 > 0)
            return new CutEffectModel(PrimaryText(syntax), limit.Item1, limit.Item2);
        if (limit.Item1 == 0)
            Report(ControlDiagnostics.NotPositive, syntax.Length, "The limit");
        else if (!syntax.Length.IsMissing)
            Report(NameDiagnostics.Mismatch, syntax.Length, "a number of characters or a size such as 64KiB", "something else");
        return null;
    }

    private EffectModel? BindDrop(DropEffectSyntax syntax)
    {
        if (expressions.BindFactPath(syntax.List) is not { } list)
            return null;
        if (list is not PathExpression { Shape: ListShape shape } path)
        {
            Report(NameDiagnostics.Mismatch, syntax.List, "a list of facts", ShapeText.WithArticle(list.Shape));
            return null;
        }
        if (IsAnswer(path, syntax.List, "drop"))
            return null;
        return expressions.BindBody(syntax.Variable, shape.Element, syntax.Where.Condition) is { } where
            ? new DropEffectModel(path, Scope.Variables, where)
            : null;
    }

    private EffectModel? BindRedact(RedactEffectSyntax syntax)
    {
        var detector = syntax.Detector.IsMissing
            ? null
            : DetectorLookup.Resolve(
                context,
                Scope.Package,
                Scope.Source,
                syntax.Detector.Text,
                syntax.Detector.Span,
                syntax.Detector.Parts[^1]);
        if (detector is not null && context.Detectors?.ClassifiersOf(detector) is [var classifier, ..])
        {
            Report(ControlDiagnostics.MisusedClassifier, syntax.Detector, classifier, ", so it hides nothing; name a detector without it");
            return null;
        }
        var method = BindMethod(syntax.As);
        Expression? target = syntax.In is null
            ? NeedsText(syntax, "redact") ? PrimaryText(syntax) : null
            : expressions.BindFactPath(syntax.In.Paths[0]);
        var except = syntax.Except is null ? null : expressions.BindFactPath(syntax.Except.Paths[0]);
        if (detector is null || method is null || target is null || (syntax.Except is not null && except is null))
            return null;
        if (except is not null && ShapeKinds.Plain(except.Shape) is not (TextShape or ListShape { Element: TextShape }))
        {
            Report(
                NameDiagnostics.Mismatch,
                syntax.Except!.Paths[0],
                "a text or a list of texts behind 'except'",
                ShapeText.WithArticle(except.Shape));
            return null;
        }
        if (target is PathExpression answered && IsAnswer(answered, syntax, "redact"))
            return null;
        if (target is PathExpression path && ShapeKinds.Plain(target.Shape) is TextShape or ListShape { Element: TextShape } or RecordShape)
            return new RedactEffectModel(detector, path, except, method.Value);
        Report(NameDiagnostics.NotText, syntax.In is null ? syntax : syntax.In.Paths[0], detector, ShapeText.WithArticle(target.Shape));
        return null;
    }

    private bool IsAnswer(PathExpression path, SyntaxElement syntax, string effect)
    {
        if (!JudgeFact.IsAnswer(path.Path[0]))
            return false;
        Report(JudgeDiagnostics.NoContent, syntax, effect);
        return true;
    }

    private RedactionMethod? BindMethod(KeywordNameSyntax? syntax)
    {
        switch (syntax?.Name.Text)
        {
            case null or "label":
                return RedactionMethod.Label;
            case "hash":
                return RedactionMethod.Hash;
            case "mask":
                return RedactionMethod.Mask;
            case "drop":
                return RedactionMethod.Drop;
            case var other:
                if (!syntax.Name.IsMissing)
                    context.ReportUnknown(
                        ControlDiagnostics.UnknownMethod,
                        Scope.Source,
                        syntax.Name.Span,
                        other,
                        ["label", "hash", "mask", "drop"],
                        other);
                return null;
        }
    }

    private EffectModel? BindReference(ReferenceEffectSyntax syntax)
    {
        switch (syntax.Keyword.Keyword)
        {
            case Keyword.Ask:
                return BindAsk(syntax);
            case Keyword.Label:
                var label = NameLookup.Require(context, Scope.Package, syntax.Path, SymbolKind.Label);
                return label is null ? null : Fixed(new LabelEffect(label.QualifiedName));
            default:
                var queue = NameLookup.Require(context, Scope.Package, syntax.Path, SymbolKind.Queue);
                var action = syntax.Keyword.Keyword == Keyword.Escalate ? EventAction.Escalate : EventAction.Queue;
                return queue is null ? null : Fixed(new EventEffect(action, queue.QualifiedName));
        }
    }

    private FixedEffectModel? BindAsk(ReferenceEffectSyntax syntax)
    {
        if (NameLookup.Require(context, Scope.Package, syntax.Path, SymbolKind.Judge) is not { } symbol)
            return null;
        if (!context.Judges.TryGetValue(symbol.QualifiedName, out var judge))
        {
            context.Report(GovernanceDiagnostics.NotInForce, Scope.Source, syntax.Path.Span, symbol.Name, symbol.Package.Name);
            return null;
        }
        if (Scope.Locals.Values.OfType<AnswerName>().Any(answer => answer.Fact == Runtime.Facts.JudgeFact.Answer(judge.Name)))
        {
            Report(JudgeDiagnostics.AsksItself, syntax.Path, symbol.Name);
            return null;
        }
        if (judge.StandsAtAllOf(Scope.Facts))
            return Fixed(new EventEffect(EventAction.Ask, judge.Name));
        if (!judge.Points.IsEmpty)
            Report(JudgeDiagnostics.NotHere, syntax.Path, symbol.Name, PlaceText.Of(Scope.Facts), judge.PlacesText);
        return null;
    }

    private EffectModel? BindHost(HostEffectSyntax syntax)
    {
        if (Literals.Text(syntax.Text) is not { } name)
            return null;
        switch (syntax.Keyword.Keyword)
        {
            case Keyword.Notify:
                context.Hosts.Add(new HostBinding("notify", name));
                return Fixed(new EventEffect(EventAction.Notify, name));
            case Keyword.Require:
                context.Hosts.Add(new HostBinding("require", name));
                return Fixed(new RequireEffect(name));
            case Keyword.Retract when Scope.IsAfterwards:
                context.Hosts.Add(new HostBinding("retract", "answers"));
                return Fixed(new EventEffect(EventAction.Retract, name));
            case Keyword.Retract:
                Report(JudgeDiagnostics.NothingToRetract, syntax);
                return null;
            default:
                return null;
        }
    }

    private EffectModel? BindDegrade(DegradeEffectSyntax syntax)
    {
        string[] layers =
        [
            .. ((string[])["guardrail", "judge", "human"]).Union(context.Charts.Select(chart => chart.Name)).Except(["system"]),
        ];
        var layer = syntax.Layer?.Text ?? "system";
        if (syntax.Layer is { } written && !layers.Contains(layer))
        {
            context.ReportUnknown(ControlDiagnostics.UnknownPaceState, Scope.Source, written.Span, layer, layers, "layer", layer);
            return null;
        }
        if (syntax.State.IsMissing)
            return null;
        if (FactShapes.PaceState.IndexOf(syntax.State.Text) > 0)
            return Fixed(
                new EventEffect(EventAction.Degrade, PaceMove.TargetOf(layer, (PaceLevel)FactShapes.PaceState.IndexOf(syntax.State.Text))));
        context.ReportUnknown(
            ControlDiagnostics.UnknownPaceState,
            Scope.Source,
            syntax.State.Span,
            syntax.State.Text,
            FactShapes.PaceState.Names.Skip(1),
            "worse state",
            syntax.State.Text);
        return null;
    }
}
