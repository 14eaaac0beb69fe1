using System.Collections.Immutable;
using System.Runtime.InteropServices;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>A dotted name taken apart: <c>args["order-id"].amount</c> is the root <c>args</c> and two steps.</summary>
internal readonly record struct NameChain(SyntaxToken Root, ImmutableArray<NameStep> Steps, TextSpan Span)
{
    /// <summary>The chain of an expression, or null where it is none.</summary>
    public static NameChain? Of(ExpressionSyntax syntax)
    {
        var count = 0;
        var root = syntax;
        while (TargetOf(root) is { } target)
        {
            root = target;
            count++;
        }
        if (root is not NameExpressionSyntax { Name: { IsMissing: false } name })
            return null;
        var steps = count == 0 ? [] : new NameStep[count];
        for (var current = syntax; count > 0; current = TargetOf(current)!)
            steps[--count] = StepOf(current);
        return new NameChain(name, ImmutableCollectionsMarshal.AsImmutableArray(steps), syntax.Span);
    }

    private static ExpressionSyntax? TargetOf(ExpressionSyntax syntax) => syntax switch
    {
        MemberExpressionSyntax member => member.Target,
        IndexExpressionSyntax index => index.Target,
        _ => null,
    };

    private static NameStep StepOf(ExpressionSyntax syntax) => syntax switch
    {
        MemberExpressionSyntax member => new NameStep(member.Name, member.Name.Text, OnWire: false),
        IndexExpressionSyntax index => new NameStep(index.Text, (index.Text.Literal as TextLiteral)?.Value ?? "", OnWire: true),
        _ => throw new System.Diagnostics.UnreachableException(syntax.ToString()),
    };

    /// <summary>The name as one text, for symbols whose names have dots.</summary>
    public string Text => TextOf(Steps.Length);

    /// <summary>The root and its first steps as one text.</summary>
    public string TextOf(int steps) =>
        steps == 0 ? Root.Text : $"{Root.Text}.{string.Join('.', Steps.Take(steps).Select(step => step.Name))}";

    /// <summary>Where the root and its first steps stand.</summary>
    public TextSpan SpanOf(int steps) =>
        steps == Steps.Length ? Span : new TextSpan(Root.Span.Start, steps == 0 ? Root.Span.End : Steps[steps - 1].Token.Span.End);
}

/// <summary>A step of a chain.</summary>
/// <param name="Token">The name, or the text in brackets.</param>
/// <param name="Name">What it says.</param>
/// <param name="OnWire">It is the name on the wire.</param>
internal readonly record struct NameStep(SyntaxToken Token, string Name, bool OnWire);
