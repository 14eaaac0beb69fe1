using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Functions;
using AirsPolicy.Language.Semantics.Names;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>Calls: functions, lets with parameters, and questions to detectors.</summary>
internal sealed partial class ExpressionBinder
{
    /// <summary>What one match of a detector is.</summary>
    public static readonly RecordShape SpanShape = new(
    [
        new ShapeMember("start", "start", IntShape.Instance),
        new ShapeMember("end", "end", IntShape.Instance),
        new ShapeMember("text", "text", TextShape.Instance),
        new ShapeMember("digits", "digits", TextShape.Instance),
    ]);

    private Expression? BindCall(CallExpressionSyntax syntax)
    {
        if (MethodOf(syntax) is { } method)
            return BindMethod(syntax, method, isCondition: false);
        if (syntax.Target is MemberExpressionSyntax { Target: var target } member && NameChain.Of(target) is { } chain
            && !Scope.Locals.ContainsKey(chain.Root.Text) && Scope.Facts.Find(chain.Root.Text) is null)
            return BindDetectorCall(syntax, member, chain);
        if (syntax.Target is NameExpressionSyntax { Name: var name } && !name.IsMissing)
            return BindFunctionCall(syntax, name);
        Report(
            NameDiagnostics.Mismatch,
            syntax.Target.Span,
            "the name of a function or a question to a detector",
            "something that cannot be called");
        return null;
    }

    private Expression? BindFunctionCall(CallExpressionSyntax syntax, SyntaxToken name)
    {
        if (Scope.Locals.GetValueOrDefault(name.Text) is LetName local)
        {
            _context.Notes?.ReferLocal(name, SymbolKind.Let, null, local.Let.NameToken);
            return BindLet(local.Let, LetScope, BindArguments(syntax), syntax);
        }

        if (NameLookup.TryResolve(_context, Scope.Package, name.Text, name.Source, name.Span, SymbolKind.Let, out var symbol))
        {
            if (symbol is null)
                return null;
            _context.Notes?.Refer(name, SymbolKind.Let, symbol.QualifiedName, null, null, symbol);
            return BindLet(LetDefinition.Of(symbol), PackageScope(symbol), BindArguments(syntax), syntax);
        }
        if (name.Text == Origin)
            return BindOrigin(syntax, name);
        var forms = FunctionTable.Forms(name.Text);
        if (forms.IsEmpty)
        {
            var known = FunctionTable.Names.Append(Origin).Concat(NameLookup.Names(Scope.Package, SymbolKind.Let));
            _context.ReportUnknown(NameDiagnostics.UnknownName, Scope.Source, name.Span, name.Text, known, name.Text);
            return null;
        }
        var arguments = BindArguments(syntax);
        if (arguments.Contains(null))
            return null;
        foreach (var form in forms)
        {
            if (!form.Takes(arguments))
                continue;
            _context.Notes?.Refer(name, SymbolKind.Function, form.Name, form.Result, form.Summary);
            return new CallExpression(form.Id, arguments.Select(a => a!).ToValueList(), form.Result, Place(syntax));
        }
        Report(NameDiagnostics.WrongArguments, syntax.Span, name.Text, string.Join(" or ", forms.Select(f => f.Signature)),
            arguments.Count == 0 ? "nothing" : string.Join(", ", arguments.Select(a => ShapeText.WithArticle(a!.Shape))));
        return null;
    }

    private List<Expression?> BindArguments(CallExpressionSyntax syntax)
    {
        var arguments = new List<Expression?>(syntax.Arguments.Count);
        foreach (var argument in syntax.Arguments)
            arguments.Add(Bind(argument));
        return arguments;
    }

    private Expression? BindDetectorCall(CallExpressionSyntax syntax, MemberExpressionSyntax member, NameChain chain)
    {
        if (member.Name.IsMissing)
            return null;
        if (DetectorLookup.Resolve(_context, Scope.Package, chain.Root.Source, chain.Text, Cover(chain), LastToken(chain))
            is not { } detector)
            return null;
        DetectorQuestion? question = member.Name.Text switch
        {
            "found" => DetectorQuestion.Found,
            "score" => DetectorQuestion.Score,
            "count" => DetectorQuestion.Count,
            "spans" => DetectorQuestion.Spans,
            _ => null,
        };
        if (question is null)
        {
            _context.ReportUnknown(
                NameDiagnostics.UnknownMember,
                Scope.Source,
                member.Name.Span,
                member.Name.Text,
                ["found", "score", "count", "spans"],
                chain.Text,
                member.Name.Text);
            return null;
        }
        if (syntax.Arguments.Count != 1)
        {
            Report(
                NameDiagnostics.WrongArguments,
                syntax.Span,
                $"{chain.Text}.{member.Name.Text}",
                "one argument",
                Count(syntax.Arguments.Count));
            return null;
        }
        if (Bind(syntax.Arguments[0]) is not { } argument)
            return null;
        if (!IsSearchable(argument.Shape, question.Value))
        {
            Report(NameDiagnostics.NotText, syntax.Arguments[0].Span, chain.Text, ShapeText.WithArticle(argument.Shape));
            return null;
        }
        Shape shape = question switch
        {
            DetectorQuestion.Found => BoolShape.Instance,
            DetectorQuestion.Score => ShareShape.Instance,
            DetectorQuestion.Count => IntShape.Instance,
            _ => new ListShape(SpanShape),
        };
        return BindClassified(syntax, detector, argument) is { } classified
            ? new DetectorExpression(detector, question.Value, argument, shape, Place(syntax), classified)
            : null;
    }

    // The host asks classifiers about the text of the point, and about nothing else.
    private ValueList<Expression>? BindClassified(CallExpressionSyntax syntax, string detector, Expression argument)
    {
        var classifiers = _context.Detectors?.ClassifiersOf(detector) ?? [];
        if (classifiers.Count == 0)
            return [];
        var facts = classifiers.Select(ClassifierFact.Of).ToList();
        if (argument is PathExpression text
            && text.Path == Scope.Facts.Layout.PrimaryText
            && facts.All(fact => Scope.Facts.Find(fact) is not null))
            return facts.Select(Expression (fact) => new PathExpression([fact], ShareShape.Instance, Place(syntax))).ToValueList();
        Report(
            ControlDiagnostics.MisusedClassifier,
            syntax.Arguments[0].Span,
            classifiers[0],
            Scope.Facts.Layout.PrimaryText.Count == 0
                ? $", and '{Scope.Facts.Name}' has no text"
                : ", and of nothing else; ask about 'text'");
        return null;
    }

    // Spans are positions in one text; the other questions also search lists and records.
    private static bool IsSearchable(Shape shape, DetectorQuestion question) => ShapeKinds.Plain(shape) switch
    {
        TextShape => true,
        ListShape { Element: TextShape } or RecordShape or AnyShape => question != DetectorQuestion.Spans,
        _ => false,
    };

    private static AirsPolicy.Text.TextSpan Cover(NameChain chain) => chain.Span;

    private static SyntaxToken LastToken(NameChain chain) => chain.Steps.IsEmpty ? chain.Root : chain.Steps[^1].Token;
}
