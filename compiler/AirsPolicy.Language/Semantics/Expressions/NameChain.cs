using System.Collections.Immutable;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Text;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>A dotted name taken apart: <c>args["order-id"].amount</c> is the root <c>args</c> and two steps.</summary>
internal sealed record NameChain(SyntaxToken Root, ImmutableArray<NameStep> Steps, TextSpan Span)
{
    /// <summary>The chain of an expression, or null where it is none.</summary>
    public static NameChain? Of(ExpressionSyntax syntax)
    {
        var steps = new List<NameStep>();
        var current = syntax;
        while (true)
        {
            switch (current)
            {
                case NameExpressionSyntax name:
                    steps.Reverse();
                    return name.Name.IsMissing ? null : new NameChain(name.Name, [.. steps], syntax.Span);
                case MemberExpressionSyntax member:
                    steps.Add(new NameStep(member.Name, member.Name.Text, OnWire: false));
                    current = member.Target;
                    break;
                case IndexExpressionSyntax index:
                    steps.Add(new NameStep(index.Text, (index.Text.Literal as TextLiteral)?.Value ?? "", OnWire: true));
                    current = index.Target;
                    break;
                default:
                    return null;
            }
        }
    }

    /// <summary>The name as one text, for symbols whose names have dots.</summary>
    public string Text => TextOf(Steps.Length);

    /// <summary>The root and its first steps as one text.</summary>
    public string TextOf(int steps) => steps == 0 ? Root.Text : $"{Root.Text}.{string.Join('.', Steps.Take(steps).Select(step => step.Name))}";

    /// <summary>Where the root and its first steps stand.</summary>
    public TextSpan SpanOf(int steps) => steps == Steps.Length ? Span : new TextSpan(Root.Span.Start, steps == 0 ? Root.Span.End : Steps[steps - 1].Token.Span.End);
}

/// <summary>A step of a chain.</summary>
/// <param name="Token">The name, or the text in brackets.</param>
/// <param name="Name">What it says.</param>
/// <param name="OnWire">It is the name on the wire.</param>
internal sealed record NameStep(SyntaxToken Token, string Name, bool OnWire);
